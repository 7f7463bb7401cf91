WITH arms AS (
    SELECT user_id, MIN(variant) AS variant
    FROM assignments
    GROUP BY user_id
    HAVING COUNT(DISTINCT variant) = 1
),

-- Always one row, and without users NULL: nothing can be divided by it.
size AS (
    SELECT
        NULLIF(COUNT(*) FILTER (WHERE variant = 'control'), 0) AS users_c,
        NULLIF(COUNT(*) FILTER (WHERE variant = 'treatment'), 0) AS users_t
    FROM arms
),

sold AS (
    SELECT
        channel,
        COUNT(*) FILTER (WHERE variant = 'control') AS orders_c,
        COUNT(*) FILTER (WHERE variant = 'treatment') AS orders_t,
        AVG(items) FILTER (WHERE variant = 'control') AS items_c,
        AVG(items) FILTER (WHERE variant = 'treatment') AS items_t,
        SUM(amount) FILTER (WHERE variant = 'control') AS revenue_c,
        SUM(amount) FILTER (WHERE variant = 'treatment') AS revenue_t
    FROM orders
    INNER JOIN arms USING (user_id)
    WHERE status <> 'cancelled'
    GROUP BY channel
)

SELECT
    channel,
    1000 * COALESCE(orders_c, 0) / users_c AS orders_1k_control,
    1000 * COALESCE(orders_t, 0) / users_t AS orders_1k_treatment,
    items_c AS items_per_order_control,
    items_t AS items_per_order_treatment,
    1000 * (COALESCE(revenue_t, 0) / users_t - COALESCE(revenue_c, 0) / users_c)
        AS revenue_1k_change
FROM (VALUES ('buy_now'), ('cart')) AS channels (channel)
CROSS JOIN size
LEFT JOIN sold USING (channel)
ORDER BY channel
