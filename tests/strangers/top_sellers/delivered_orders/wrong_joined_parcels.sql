-- joined to deliveries instead of EXISTS
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM params p, orders o JOIN deliveries x ON x.order_id = o.order_id AND x.status = 'delivered'
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
  AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
ORDER BY o.order_id
