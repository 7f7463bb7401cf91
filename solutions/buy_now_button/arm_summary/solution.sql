-- One row per user in each step, so that no join multiplies anything.
WITH arms AS (
    SELECT user_id, MIN(variant) AS variant
    FROM assignments
    GROUP BY user_id
    HAVING COUNT(DISTINCT variant) = 1
),

clicked AS (
    SELECT DISTINCT user_id FROM clicks
),

bought AS (
    SELECT user_id, COUNT(*) AS placed, SUM(amount) AS spent
    FROM orders
    WHERE status <> 'cancelled'
    GROUP BY user_id
)

SELECT
    variant,
    COUNT(*) AS users,
    COUNT(clicked.user_id) AS clickers,
    COUNT(clicked.user_id) / COUNT(*) AS ctr,
    COUNT(bought.user_id) AS buyers,
    COALESCE(SUM(placed), 0) AS orders,
    COALESCE(SUM(spent), 0) AS revenue,
    COALESCE(SUM(spent), 0) / COUNT(*) AS revenue_per_user,
    SUM(spent) / SUM(placed) AS aov
FROM arms
LEFT JOIN clicked USING (user_id)
LEFT JOIN bought USING (user_id)
GROUP BY variant
ORDER BY variant
