-- style: all four pairs of channel and arm first, numbers joined to them, then one row per channel
WITH clean AS (
    SELECT DISTINCT user_id, variant FROM assignments AS a
    WHERE NOT EXISTS (
        SELECT 1 FROM assignments AS b WHERE b.user_id = a.user_id AND b.variant <> a.variant
    )
),

pairs AS (
    SELECT channel, variant, (SELECT COUNT(*) FROM clean WHERE clean.variant = v.variant) AS users
    FROM (SELECT UNNEST(['buy_now', 'cart']) AS channel)
    CROSS JOIN (SELECT UNNEST(['control', 'treatment']) AS variant) AS v
),

numbers AS (
    SELECT
        channel,
        variant,
        CASE WHEN users > 0 THEN 1000.0 * COUNT(order_id) / users END AS rate,
        AVG(items) AS per_order,
        CASE WHEN users > 0 THEN 1000.0 * COALESCE(SUM(amount), 0) / users END AS money
    FROM pairs
    LEFT JOIN (
        SELECT orders.*, variant FROM orders JOIN clean USING (user_id)
        WHERE NOT status = 'cancelled'
    ) USING (channel, variant)
    GROUP BY channel, variant, users
)

SELECT
    c.channel,
    c.rate AS orders_1k_control,
    t.rate AS orders_1k_treatment,
    c.per_order AS items_per_order_control,
    t.per_order AS items_per_order_treatment,
    t.money - c.money AS revenue_1k_change
FROM numbers AS c
JOIN numbers AS t ON t.channel = c.channel AND t.variant = 'treatment'
WHERE c.variant = 'control'
