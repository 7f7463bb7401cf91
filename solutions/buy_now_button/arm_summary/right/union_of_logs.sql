-- style: the three logs under one another as one table of events, grouped twice
WITH events AS (
    SELECT user_id, variant, 0 AS clicks, 0 AS placed, 0.0 AS spent FROM assignments
    UNION ALL
    SELECT user_id, NULL, 1, 0, 0.0 FROM clicks
    UNION ALL
    SELECT user_id, NULL, 0, 1, amount FROM orders WHERE status NOT IN ('cancelled')
),

people AS (
    SELECT
        user_id,
        ANY_VALUE(variant) AS variant,
        SUM(clicks) AS clicks,
        SUM(placed) AS placed,
        SUM(spent) AS spent
    FROM events
    GROUP BY user_id
    HAVING MIN(variant) = MAX(variant)
)

SELECT
    variant,
    COUNT(*) AS users,
    COUNT_IF(clicks > 0) AS clickers,
    AVG((clicks > 0)::INT) AS ctr,
    COUNT_IF(placed > 0) AS buyers,
    SUM(placed)::BIGINT AS orders,
    SUM(spent) AS revenue,
    AVG(spent) AS revenue_per_user,
    SUM(spent) / NULLIF(SUM(placed), 0) AS aov
FROM people
GROUP BY ALL
