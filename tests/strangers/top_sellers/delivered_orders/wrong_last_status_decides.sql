-- Slip: only the last delivery row by status_ts decides (delivered, not any row delivered / none returned), so e.g. a lost second parcel undoes the order.
WITH last_status AS (
    SELECT order_id, status
    FROM deliveries
    WHERE order_id IS NOT NULL
    QUALIFY ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY status_ts DESC NULLS LAST, delivery_id DESC) = 1
)
SELECT o.order_id, o.order_ts::DATE AS order_date
FROM orders o
JOIN last_status l ON l.order_id = o.order_id AND l.status = 'delivered'
JOIN params p ON o.order_ts::DATE >= p.as_of - 29 AND o.order_ts::DATE <= p.as_of
ORDER BY o.order_id
