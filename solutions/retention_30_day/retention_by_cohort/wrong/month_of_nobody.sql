-- Customers without a signup_ts form a row of their own, with a missing month. They belong to no cohort: leave
-- them out before you group.
-- rule: signup
WITH flags AS (
    SELECT
        date_trunc('month', signup_ts)::DATE AS cohort_month,
        signup_ts::DATE + 30 <= as_of AS is_eligible,
        EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = c.signup_ts::DATE + 30
        ) AS came_back
    FROM customers c, params
)
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT(*) FILTER (WHERE is_eligible) AS eligible,
    COUNT(*) FILTER (WHERE is_eligible AND came_back) AS retained,
    COUNT(*) FILTER (WHERE is_eligible AND came_back)
        / NULLIF(COUNT(*) FILTER (WHERE is_eligible), 0) AS retention
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
