-- Only delivery rows up to as_of are believed, so parcels of the last days that arrived later
-- do not count. The contract takes the deliveries as they stand: leave status_ts alone.
-- rule: arrival
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
CROSS JOIN params AS p
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  AND EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'delivered'
        AND CAST(d.status_ts AS DATE) <= p.as_of
  )
  AND NOT EXISTS (
      SELECT 1 FROM deliveries AS d
      WHERE d.order_id = o.order_id AND d.status = 'returned'
        AND CAST(d.status_ts AS DATE) <= p.as_of
  )
ORDER BY o.order_id
