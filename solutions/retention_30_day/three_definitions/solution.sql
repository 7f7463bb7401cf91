WITH eligible_customers AS (
    SELECT
        customer_id,
        signup_ts::DATE AS signup_date,
        date_trunc('month', signup_ts)::DATE AS cohort_month
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
),

visit_days AS (
    SELECT
        customer_id,
        visit_ts::DATE - signup_date AS day
    FROM visits
    JOIN eligible_customers USING (customer_id)
    CROSS JOIN params
    WHERE visit_ts::DATE <= as_of
),

-- One row per customer. The LEFT JOIN keeps those who never came; COALESCE makes their NULL a no.
flags AS (
    SELECT
        cohort_month,
        customer_id,
        COALESCE(BOOL_OR(day = 30), FALSE) AS came_on_30,
        COALESCE(BOOL_OR(day BETWEEN 1 AND 30), FALSE) AS came_within_30,
        COALESCE(BOOL_OR(day >= 30), FALSE) AS came_from_30_on
    FROM eligible_customers
    LEFT JOIN visit_days USING (customer_id)
    GROUP BY cohort_month, customer_id
)

-- The average of zeros and ones is a share.
SELECT
    cohort_month,
    COUNT(*) AS eligible,
    AVG(came_on_30::INT) AS on_day_30,
    AVG(came_within_30::INT) AS within_30_days,
    AVG(came_from_30_on::INT) AS day_30_or_later
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
