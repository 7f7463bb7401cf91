-- Sets of ids: in the window, INTERSECT delivered, EXCEPT returned.
WITH good AS (
    SELECT order_id
    FROM orders
    WHERE order_ts::DATE > (SELECT as_of - 30 FROM params)
      AND order_ts::DATE < (SELECT as_of + 1 FROM params)
    INTERSECT
    SELECT order_id FROM deliveries WHERE status = 'delivered'
    EXCEPT
    SELECT order_id FROM deliveries WHERE status = 'returned'
)
SELECT order_id, order_ts::DATE AS order_date
FROM orders
WHERE order_id IN (SELECT order_id FROM good)
ORDER BY 1
