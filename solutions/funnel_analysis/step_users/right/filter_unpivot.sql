-- One row of four filtered counts, turned into rows by UNION ALL; no list of steps, no join.
WITH counts AS (
    SELECT
        COUNT(DISTINCT user_id) FILTER (WHERE event_name = 'view') AS views,
        COUNT(DISTINCT user_id) FILTER (WHERE event_name = 'add_to_cart') AS carts,
        COUNT(DISTINCT user_id) FILTER (WHERE event_name = 'checkout') AS checkouts,
        COUNT(DISTINCT user_id) FILTER (WHERE event_name = 'purchase') AS purchases
    FROM events
    WHERE event_ts IS NOT NULL
)
SELECT 1 AS step, 'view' AS event_name, views AS users FROM counts
UNION ALL SELECT 2, 'add_to_cart', carts FROM counts
UNION ALL SELECT 3, 'checkout', checkouts FROM counts
UNION ALL SELECT 4, 'purchase', purchases FROM counts
ORDER BY step
