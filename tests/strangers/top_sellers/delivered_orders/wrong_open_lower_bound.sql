-- Slip: the window is open at its start (order date > as_of - 29), which leaves only 29 calendar days.
SELECT o.order_id, o.order_ts::DATE AS order_date
FROM orders o, params p
WHERE o.order_ts::DATE > p.as_of - 29
  AND o.order_ts::DATE <= p.as_of
  AND o.order_id IN (SELECT order_id FROM deliveries WHERE status = 'delivered')
  AND NOT EXISTS (FROM deliveries r WHERE r.order_id = o.order_id AND r.status = 'returned')
ORDER BY o.order_id
