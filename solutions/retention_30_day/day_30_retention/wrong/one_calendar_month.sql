-- Day 30 is taken to be the same day of the next month. A month has 28 to 31 days, so for most signups that
-- is day 28, 29 or 31, and it is this other day that you test. Add 30 days instead of one month.
-- rule: day_n
WITH eligible_customers AS (
    SELECT customer_id, (signup_ts::DATE + INTERVAL 1 MONTH)::DATE AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + INTERVAL 1 MONTH <= as_of
),
kept AS (
    SELECT DISTINCT e.customer_id
    FROM eligible_customers e
    JOIN visits v ON v.customer_id = e.customer_id AND v.visit_ts::DATE = e.day_30
)
SELECT
    COUNT(e.customer_id) AS eligible,
    COUNT(k.customer_id) AS retained,
    COUNT(k.customer_id) / NULLIF(COUNT(e.customer_id), 0) AS retention
FROM eligible_customers e
LEFT JOIN kept k USING (customer_id)
