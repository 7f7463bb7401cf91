-- Customers whose day 30 falls exactly on as_of are missing. as_of is the last complete day, so that day
-- has been seen to its end: write <= as_of, not <.
-- rule: eligible
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE + 30 AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + 30 < as_of
)
SELECT
    COUNT(DISTINCT e.customer_id) AS eligible,
    COUNT(DISTINCT v.customer_id) AS retained,
    COUNT(DISTINCT v.customer_id) / NULLIF(COUNT(DISTINCT e.customer_id), 0) AS retention
FROM eligible_customers e
LEFT JOIN visits v ON v.customer_id = e.customer_id AND v.visit_ts::DATE = e.day_30
