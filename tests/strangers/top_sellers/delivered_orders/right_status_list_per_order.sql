WITH s AS (
    SELECT order_id, list(DISTINCT status) AS seen
    FROM deliveries
    GROUP BY order_id
)
SELECT order_id, order_ts::DATE AS order_date
FROM orders
JOIN s USING (order_id)
JOIN params ON order_ts >= as_of - INTERVAL 29 DAY AND order_ts < as_of + INTERVAL 1 DAY
WHERE list_contains(seen, 'delivered') AND NOT list_contains(seen, 'returned')
ORDER BY order_id
