-- The window is laid over the delivery's date. The last 30 days are those of the order: test
-- order_ts, and leave status_ts alone.
-- rule: arrival
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
CROSS JOIN params AS p
WHERE EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id
        AND d.status = 'delivered'
        AND CAST(d.status_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  )
  AND NOT EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'returned'
  )
ORDER BY o.order_id
