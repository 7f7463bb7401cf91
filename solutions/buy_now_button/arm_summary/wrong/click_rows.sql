-- You count clicks, not people who clicked: a user who clicks three times is one clicker. Counted
-- by click, ctr can even exceed 1.
-- rule: funnel
WITH arms AS (
    SELECT user_id, MIN(variant) AS variant
    FROM assignments
    GROUP BY user_id
    HAVING COUNT(DISTINCT variant) = 1
),

clicked AS (
    SELECT user_id, COUNT(*) AS times FROM clicks GROUP BY user_id
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
    COALESCE(SUM(times), 0) AS clickers,
    COALESCE(SUM(times), 0) / COUNT(*) AS ctr,
    COUNT(bought.user_id) AS buyers,
    COALESCE(SUM(placed), 0) AS orders,
    COALESCE(SUM(spent), 0) AS revenue,
    COALESCE(SUM(spent), 0) / COUNT(*) AS revenue_per_user,
    SUM(spent) / SUM(placed) AS aov
FROM arms
LEFT JOIN clicked USING (user_id)
LEFT JOIN bought USING (user_id)
GROUP BY variant
