-- 'Returned' rules an order out like 'returned'
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders o JOIN params p ON CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
WHERE EXISTS (SELECT * FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
  AND NOT EXISTS (SELECT * FROM deliveries d WHERE d.order_id = o.order_id AND lower(d.status) = 'returned')
ORDER BY o.order_id;
