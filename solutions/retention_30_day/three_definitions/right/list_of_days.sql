-- Style: one list of day numbers per customer, and list functions on it.
WITH days_of AS (
    SELECT
        c.customer_id,
        any_value(c.signup_ts) AS signup_ts,
        list(v.visit_ts::DATE - c.signup_ts::DATE) FILTER (WHERE v.visit_ts::DATE <= p.as_of) AS days
    FROM customers c
    CROSS JOIN params p
    LEFT JOIN visits v ON v.customer_id = c.customer_id
    WHERE c.signup_ts::DATE + 30 <= p.as_of
    GROUP BY c.customer_id
),
flags AS (
    SELECT
        date_trunc('month', signup_ts)::DATE AS cohort_month,
        COALESCE(list_contains(days, 30), FALSE)::INT AS on_30,
        COALESCE(len(list_intersect(days, range(1, 31))) > 0, FALSE)::INT AS within_30,
        COALESCE(list_max(days) >= 30, FALSE)::INT AS from_30
    FROM days_of
)
SELECT
    cohort_month,
    COUNT(*) AS eligible,
    SUM(on_30) / COUNT(*) AS on_day_30,
    SUM(within_30) / COUNT(*) AS within_30_days,
    SUM(from_30) / COUNT(*) AS day_30_or_later
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
