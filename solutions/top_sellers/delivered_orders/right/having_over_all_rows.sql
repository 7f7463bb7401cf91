-- Joins all delivery rows after all, then folds them back to one row per order with HAVING.
SELECT o.order_id, MIN(o.order_ts)::DATE AS order_date
FROM orders o
JOIN deliveries d ON d.order_id = o.order_id
WHERE date_diff('day', o.order_ts::DATE, (SELECT as_of FROM params)) BETWEEN 0 AND 29
GROUP BY o.order_id
HAVING COUNT(*) FILTER (WHERE d.status = 'delivered') > 0
   AND COUNT(*) FILTER (WHERE d.status = 'returned') = 0
ORDER BY o.order_id
