-- Your aov divides by the buyers. An average order value is revenue per order; a buyer may place
-- several.
-- rule: aov
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
    SUM(spent) / NULLIF(COUNT(bought.user_id), 0) AS aov
FROM arms
LEFT JOIN clicked USING (user_id)
LEFT JOIN bought USING (user_id)
GROUP BY variant
