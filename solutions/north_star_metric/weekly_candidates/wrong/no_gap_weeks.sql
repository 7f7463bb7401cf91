-- A week with nothing is a zero, not a missing point. Here a week in which nobody came and nobody
-- bought has no row at all; build the calendar of weeks first and left join the numbers to it.
-- rule: weeks
WITH active AS (
    SELECT
        date_trunc('week', visit_date)::DATE AS week_start,
        COUNT(DISTINCT user_id) AS active_users
    FROM visits
    GROUP BY 1
),

user_weeks AS (
    SELECT
        date_trunc('week', order_date)::DATE AS week_start,
        user_id,
        COUNT(*) FILTER (WHERE status <> 'cancelled') AS n,
        SUM(amount) FILTER (WHERE status = 'delivered') AS kept
    FROM orders
    GROUP BY 1, 2
),

bought AS (
    SELECT
        week_start,
        COUNT(*) FILTER (WHERE n >= 1) AS buyers,
        COUNT(*) FILTER (WHERE n >= 2) AS repeat_buyers,
        SUM(n) AS orders,
        SUM(kept) AS kept_revenue
    FROM user_weeks
    GROUP BY 1
)

SELECT
    week_start,
    COALESCE(active_users, 0) AS active_users,
    COALESCE(buyers, 0) AS buyers,
    COALESCE(repeat_buyers, 0) AS repeat_buyers,
    COALESCE(orders, 0) AS orders,
    COALESCE(kept_revenue, 0) AS kept_revenue
FROM active
FULL JOIN bought USING (week_start)
