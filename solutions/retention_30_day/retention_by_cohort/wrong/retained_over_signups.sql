-- eligible is right, but retention divides by signups: the young customers are back in the denominator and pull
-- the newest months down. Divide retained by eligible.
-- rule: share
WITH flags AS (
    SELECT
        date_trunc('month', signup_ts)::DATE AS cohort_month,
        signup_ts::DATE + 30 <= as_of AS is_eligible,
        EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = c.signup_ts::DATE + 30
        ) AS came_back
    FROM customers c, params
    WHERE signup_ts IS NOT NULL
)
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT(*) FILTER (WHERE is_eligible) AS eligible,
    COUNT(*) FILTER (WHERE is_eligible AND came_back) AS retained,
    COUNT(*) FILTER (WHERE is_eligible AND came_back) / COUNT(*) AS retention
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
