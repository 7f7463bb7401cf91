-- Returned orders are paid back, and their amounts are still in this revenue. Add up the delivered
-- orders only.
-- rule: kept
WITH dates AS (
    SELECT visit_date AS day FROM visits
    UNION ALL
    SELECT order_date FROM orders
),

weeks AS (
    SELECT
        unnest(generate_series(
            date_trunc('week', MIN(day)), MAX(day), INTERVAL 7 DAY
        ))::DATE AS week_start
    FROM dates
),

active AS (
    SELECT
        date_trunc('week', visit_date)::DATE AS week_start,
        COUNT(DISTINCT user_id) AS active_users
    FROM visits
    GROUP BY week_start
),

-- One row per user and week, so that people can be counted by how often they ordered.
user_weeks AS (
    SELECT
        date_trunc('week', order_date)::DATE AS week_start,
        COUNT(*) AS orders,
        SUM(amount) AS kept_revenue
    FROM orders
    WHERE status <> 'cancelled'
    GROUP BY week_start, user_id
),

bought AS (
    SELECT
        week_start,
        COUNT(*) AS buyers,
        COUNT(*) FILTER (WHERE orders >= 2) AS repeat_buyers,
        SUM(orders) AS orders,
        SUM(kept_revenue) AS kept_revenue
    FROM user_weeks
    GROUP BY week_start
)

SELECT
    week_start,
    COALESCE(active_users, 0) AS active_users,
    COALESCE(buyers, 0) AS buyers,
    COALESCE(repeat_buyers, 0) AS repeat_buyers,
    COALESCE(orders, 0) AS orders,
    COALESCE(kept_revenue, 0) AS kept_revenue
FROM weeks
LEFT JOIN active USING (week_start)
LEFT JOIN bought USING (week_start)
ORDER BY week_start
