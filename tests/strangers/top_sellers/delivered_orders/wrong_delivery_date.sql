-- window on the delivery date
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders o, params p
WHERE o.order_ts IS NOT NULL
  AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered' AND d.status_ts::DATE BETWEEN p.as_of - 29 AND p.as_of)
  AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
ORDER BY o.order_id
