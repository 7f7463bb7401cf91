-- Your revenue_per_user divides by those who clicked. The button changes who clicks, so the
-- clickers of the two arms are not alike, and buyers who never clicked count above and not below.
-- Divide by all assigned users.
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
    COALESCE(SUM(placed), 0) AS orders,
    COALESCE(SUM(spent), 0) AS revenue,
    COALESCE(SUM(spent) / NULLIF(COUNT(clicked.user_id), 0), 0) AS revenue_per_user,
    SUM(spent) / SUM(placed) AS aov
FROM arms
LEFT JOIN clicked USING (user_id)
LEFT JOIN bought USING (user_id)
GROUP BY variant
