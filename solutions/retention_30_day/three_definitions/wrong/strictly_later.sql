-- day_30_or_later starts only at day 31. Day 30 itself belongs to it, so it can never be below on_day_30:
-- write >= 30.
-- rule: definitions
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE AS signup_date, date_trunc('month', signup_ts)::DATE AS cohort_month
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
),
flags AS (
    SELECT
        cohort_month,
        EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = e.customer_id AND v.visit_ts::DATE = signup_date + 30
        ) AS on_30,
        EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = e.customer_id
              AND v.visit_ts::DATE BETWEEN signup_date + 1 AND signup_date + 30
        ) AS within_30,
        EXISTS (
            SELECT 1 FROM visits v, params
            WHERE v.customer_id = e.customer_id
              AND v.visit_ts::DATE > signup_date + 30
              AND v.visit_ts::DATE <= as_of
        ) AS after_30
    FROM eligible_customers e
)
SELECT
    cohort_month,
    COUNT(*) AS eligible,
    AVG(on_30::INT) AS on_day_30,
    AVG(within_30::INT) AS within_30_days,
    AVG(after_30::INT) AS day_30_or_later
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
