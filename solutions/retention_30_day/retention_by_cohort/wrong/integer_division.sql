-- The ratio is cut to a whole number: // divides integers and drops the rest, so every share below 1 becomes 0.
-- Use /, which gives a fraction also between integers, in DuckDB and in Python alike.
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
),
counts AS (
    SELECT
        cohort_month,
        COUNT(*) AS signups,
        COUNT(*) FILTER (WHERE is_eligible) AS eligible,
        COUNT(*) FILTER (WHERE is_eligible AND came_back) AS retained
    FROM flags
    GROUP BY cohort_month
)
SELECT cohort_month, signups, eligible, retained, retained // NULLIF(eligible, 0) AS retention
FROM counts
ORDER BY cohort_month
