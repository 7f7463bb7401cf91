SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
CROSS JOIN params AS p
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
  AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
ORDER BY o.order_id
