WITH signups AS (
    SELECT
        customer_id,
        signup_ts::DATE AS signup_date,
        date_trunc('month', signup_ts)::DATE AS cohort_month
    FROM customers
    WHERE signup_ts IS NOT NULL
),

-- One row per customer: could day 30 be seen, and did the customer come on it?
outcomes AS (
    SELECT
        cohort_month,
        signup_date + 30 <= as_of AS is_eligible,
        EXISTS (
            SELECT 1
            FROM visits
            WHERE visits.customer_id = signups.customer_id
              AND visits.visit_ts::DATE = signups.signup_date + 30
        ) AS came_on_day_30
    FROM signups, params
)

-- FILTER keeps the young customers in signups and out of the rate.
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT(*) FILTER (WHERE is_eligible) AS eligible,
    COUNT(*) FILTER (WHERE is_eligible AND came_on_day_30) AS retained,
    COUNT(*) FILTER (WHERE is_eligible AND came_on_day_30)
        / NULLIF(COUNT(*) FILTER (WHERE is_eligible), 0) AS retention
FROM outcomes
GROUP BY cohort_month
ORDER BY cohort_month
