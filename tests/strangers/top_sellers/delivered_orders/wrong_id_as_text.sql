-- order_id is text
SELECT o.order_id::VARCHAR AS order_id, o.order_ts::DATE AS order_date
FROM orders o, params p
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
  AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
ORDER BY o.order_id
