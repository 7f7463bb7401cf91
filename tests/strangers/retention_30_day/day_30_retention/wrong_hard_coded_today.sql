-- as_of written into the query as 2025-06-30
WITH e AS (SELECT customer_id, signup_ts::DATE AS d FROM customers WHERE signup_ts::DATE + 30 <= DATE '2025-06-30')
SELECT count(*) AS eligible, count(*) FILTER (WHERE EXISTS (FROM visits v WHERE v.customer_id = e.customer_id AND v.visit_ts::DATE = e.d + 30)) AS retained,
       retained / nullif(eligible, 0) AS retention FROM e
