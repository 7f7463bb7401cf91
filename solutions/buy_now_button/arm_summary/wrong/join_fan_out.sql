-- You join every click to every order of the same user. Joining clicks to orders multiplies
-- revenue by clicks (and clicks by orders): bring each log to one row per user first.
-- rule: funnel
WITH arms AS (
    SELECT user_id, MIN(variant) AS variant
    FROM assignments
    GROUP BY user_id
    HAVING COUNT(DISTINCT variant) = 1
),

clicked AS (
    SELECT user_id FROM clicks
),

bought AS (
    SELECT user_id, COUNT(*) AS placed, SUM(amount) AS spent
    FROM orders
    WHERE status <> 'cancelled'
    GROUP BY user_id
)

SELECT
    variant,
    COUNT(DISTINCT user_id) AS users,
    COUNT(DISTINCT clicked.user_id) AS clickers,
    COUNT(DISTINCT clicked.user_id) / COUNT(DISTINCT user_id) AS ctr,
    COUNT(DISTINCT bought.user_id) AS buyers,
    COALESCE(SUM(placed), 0) AS orders,
    COALESCE(SUM(spent), 0) AS revenue,
    COALESCE(SUM(spent), 0) / COUNT(DISTINCT user_id) AS revenue_per_user,
    SUM(spent) / SUM(placed) AS aov
FROM arms
LEFT JOIN clicked USING (user_id)
LEFT JOIN bought USING (user_id)
GROUP BY variant
