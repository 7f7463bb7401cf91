-- visit_ts is compared with a date, and a timestamp equals a date only at midnight: nearly all visits of
-- day 30 are missed. Cut the visit to its date first: visit_ts::DATE, in pandas visit_ts.dt.normalize().
-- rule: day_n
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE + 30 AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
)
SELECT
    COUNT(DISTINCT e.customer_id) AS eligible,
    COUNT(DISTINCT v.customer_id) AS retained,
    COUNT(DISTINCT v.customer_id) / NULLIF(COUNT(DISTINCT e.customer_id), 0) AS retention
FROM eligible_customers e
LEFT JOIN visits v ON v.customer_id = e.customer_id AND v.visit_ts = e.day_30
