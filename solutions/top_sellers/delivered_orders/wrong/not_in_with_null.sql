-- NOT IN over a list that holds a NULL is never true, only false or unknown: one returned
-- parcel without an order_id and the whole result is empty. Use NOT EXISTS, or leave the NULLs
-- out of the list.
-- rule: strays
SELECT o.order_id, CAST(o.order_ts AS DATE) AS order_date
FROM orders AS o
CROSS JOIN params AS p
WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
  AND o.order_id IN (SELECT order_id FROM deliveries WHERE status = 'delivered')
  AND o.order_id NOT IN (SELECT order_id FROM deliveries WHERE status = 'returned')
ORDER BY o.order_id
