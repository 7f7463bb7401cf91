-- SEMI JOIN and ANTI JOIN in the FROM clause, and a half-open window on the timestamp.
WITH window_edges AS (
    SELECT
        CAST(as_of AS TIMESTAMP) - INTERVAL 29 DAYS AS first_moment,
        CAST(as_of AS TIMESTAMP) + INTERVAL 1 DAY AS end_moment
    FROM params
),
arrived AS (
    FROM deliveries WHERE status = 'delivered'
),
sent_back AS (
    FROM deliveries WHERE status = 'returned'
)
SELECT order_id, date_trunc('day', order_ts) AS order_date
FROM orders
SEMI JOIN arrived USING (order_id)
ANTI JOIN sent_back USING (order_id),
window_edges
WHERE order_ts >= first_moment AND order_ts < end_moment
ORDER BY order_id
