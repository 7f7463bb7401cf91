-- An order is dropped as soon as one of its delivery rows says anything but 'delivered'. A
-- failed first attempt does not undo the second, nor a lost parcel the one that arrived: only
-- 'returned' rules an order out.
-- rule: returned
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
CROSS JOIN params AS p
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'delivered'
  )
  AND NOT EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status <> 'delivered'
  )
ORDER BY o.order_id
