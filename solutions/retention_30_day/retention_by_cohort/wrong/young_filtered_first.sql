-- The young customers are filtered out before counting, so they are missing from signups too, and a month of
-- only young ones has no row. Keep everyone, and make being eligible a condition of the counts, not of the rows.
-- rule: signups
WITH eligible_customers AS (
    SELECT
        customer_id,
        date_trunc('month', signup_ts)::DATE AS cohort_month,
        signup_ts::DATE + 30 AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
)
SELECT
    e.cohort_month,
    COUNT(DISTINCT e.customer_id) AS signups,
    COUNT(DISTINCT e.customer_id) AS eligible,
    COUNT(DISTINCT v.customer_id) AS retained,
    COUNT(DISTINCT v.customer_id) / COUNT(DISTINCT e.customer_id) AS retention
FROM eligible_customers e
LEFT JOIN visits v ON v.customer_id = e.customer_id AND v.visit_ts::DATE = e.day_30
GROUP BY e.cohort_month
ORDER BY e.cohort_month
