-- retained counts the visits of day 30: one keen customer is counted once for every visit. Count each
-- customer once: distinct ids, or a yes or no for each customer.
-- rule: once
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE + 30 AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
)
SELECT
    COUNT(DISTINCT e.customer_id) AS eligible,
    COUNT(v.customer_id) AS retained,
    COUNT(v.customer_id) / NULLIF(COUNT(DISTINCT e.customer_id), 0) AS retention
FROM eligible_customers e
LEFT JOIN visits v ON v.customer_id = e.customer_id AND v.visit_ts::DATE = e.day_30
