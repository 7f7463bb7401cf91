-- The window has a beginning but no end: orders dated after as_of are counted as well. They
-- exist, when a clock runs ahead and whenever the report is run again for an earlier day, so
-- bound the window on both sides.
-- rule: window
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
CROSS JOIN params AS p
WHERE o.order_ts >= p.as_of - 29
  AND EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'delivered'
  )
  AND NOT EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'returned'
  )
ORDER BY o.order_id
