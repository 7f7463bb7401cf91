-- Only the latest delivery row of an order is looked at. A lost parcel noted after a delivered
-- one then hides the delivery, and a second box delivered after a return hides the return: ask
-- whether any row says 'delivered' and whether any says 'returned'.
-- rule: arrival
WITH latest AS (
    SELECT order_id, status
    FROM deliveries
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY order_id
        ORDER BY status_ts DESC NULLS LAST, delivery_id DESC
    ) = 1
)
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
JOIN latest AS l ON l.order_id = o.order_id AND l.status = 'delivered'
CROSS JOIN params AS p
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
ORDER BY o.order_id
