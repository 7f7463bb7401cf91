-- denominator = customers who ever visited
WITH e AS (SELECT customer_id, signup_ts::DATE AS d FROM customers, params WHERE signup_ts::DATE + 30 <= as_of)
SELECT count(DISTINCT e.customer_id) AS eligible,
       count(DISTINCT CASE WHEN v.visit_ts::DATE = d + 30 THEN e.customer_id END) AS retained,
       retained / nullif(eligible, 0) AS retention FROM e JOIN visits v USING (customer_id) WHERE v.visit_ts IS NOT NULL
