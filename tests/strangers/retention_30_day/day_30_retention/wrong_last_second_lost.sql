-- day 30 ends at 23:59:59 sharp: a visit at 23:59:59.5 is lost
WITH e AS (SELECT customer_id, signup_ts::DATE AS d FROM customers, params WHERE signup_ts::DATE + 30 <= as_of)
SELECT count(*) AS eligible, count(*) FILTER (WHERE EXISTS (FROM visits v WHERE v.customer_id = e.customer_id AND v.visit_ts BETWEEN e.d + 30 AND (e.d + 30)::TIMESTAMP + INTERVAL '23:59:59')) AS retained,
       retained / nullif(eligible, 0) AS retention FROM e
