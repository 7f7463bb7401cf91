-- retained asks for a visit anywhere in the calendar month after signup. For someone who signs up on the 31st
-- that month starts a day later, for someone on the 1st a month later. Ask for a visit on signup date + 30.
-- rule: exact
WITH signups AS (
    SELECT
        customer_id,
        signup_ts::DATE + 30 <= as_of AS is_eligible,
        date_trunc('month', signup_ts)::DATE AS cohort_month
    FROM customers, params
    WHERE signup_ts IS NOT NULL
),
flags AS (
    SELECT
        cohort_month,
        is_eligible,
        is_eligible AND EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = s.customer_id
              AND date_trunc('month', v.visit_ts) = s.cohort_month + INTERVAL 1 MONTH
        ) AS is_retained
    FROM signups s
)
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT(*) FILTER (WHERE is_eligible) AS eligible,
    COUNT(*) FILTER (WHERE is_retained) AS retained,
    COUNT(*) FILTER (WHERE is_retained) / NULLIF(COUNT(*) FILTER (WHERE is_eligible), 0) AS retention
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
