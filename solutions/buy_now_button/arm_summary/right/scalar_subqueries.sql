-- style: no joins; the arms as lists of members, one subquery for each number
WITH clean AS (
    SELECT user_id, variant FROM (SELECT DISTINCT user_id, variant FROM assignments)
    QUALIFY COUNT(*) OVER (PARTITION BY user_id) = 1
),

arms AS (
    SELECT variant, LIST(user_id) AS members, COUNT(*) AS users FROM clean GROUP BY ALL
),

counted AS (
    SELECT
        variant,
        users,
        (SELECT COUNT(DISTINCT c.user_id) FROM clicks AS c WHERE c.user_id IN members) AS clickers,
        (SELECT COUNT(DISTINCT o.user_id) FROM orders AS o
         WHERE o.user_id IN members AND o.status != 'cancelled') AS buyers,
        (SELECT COUNT(*) FROM orders AS o
         WHERE o.user_id IN members AND o.status != 'cancelled') AS orders,
        (SELECT COALESCE(SUM(o.amount), 0.0) FROM orders AS o
         WHERE o.user_id IN members AND o.status != 'cancelled') AS revenue
    FROM arms
)

SELECT
    variant,
    users,
    clickers,
    clickers / users AS ctr,
    buyers,
    orders,
    revenue,
    revenue / users AS revenue_per_user,
    CASE WHEN orders > 0 THEN revenue / orders END AS aov
FROM counted
