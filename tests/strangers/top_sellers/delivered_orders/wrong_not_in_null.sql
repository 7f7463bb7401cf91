-- NOT IN with a NULL inside
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders o, params p
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
  AND o.order_id NOT IN (SELECT order_id FROM deliveries WHERE status = 'returned')
ORDER BY o.order_id
