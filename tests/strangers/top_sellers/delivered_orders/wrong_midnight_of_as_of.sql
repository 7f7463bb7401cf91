-- `order_ts BETWEEN date AND as_of`
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders o, params p
WHERE o.order_ts BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
  AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
ORDER BY o.order_id
