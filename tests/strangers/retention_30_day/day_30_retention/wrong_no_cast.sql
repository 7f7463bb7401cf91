-- `visit_ts = signup_date + 30` without a cast
WITH e AS (SELECT customer_id, CAST(signup_ts AS DATE) AS d FROM customers, params WHERE CAST(signup_ts AS DATE) + 30 <= as_of)
SELECT count(DISTINCT e.customer_id) AS eligible, count(DISTINCT v.customer_id) AS retained,
       count(DISTINCT v.customer_id) / nullif(count(DISTINCT e.customer_id), 0) AS retention
FROM e LEFT JOIN visits v ON v.customer_id = e.customer_id AND v.visit_ts = e.d + 30
