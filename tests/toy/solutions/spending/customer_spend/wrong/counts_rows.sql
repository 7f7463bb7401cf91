-- COUNT(*) counts the row that the LEFT JOIN keeps for a customer without orders.
-- Count o.order_id instead.
-- rule: nothing
SELECT c.customer_id, COUNT(*) AS orders, COALESCE(SUM(o.amount), 0) AS spend
FROM params p, customers c
LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
GROUP BY c.customer_id
ORDER BY c.customer_id
