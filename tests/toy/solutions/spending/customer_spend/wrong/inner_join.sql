-- An inner join loses the customers without orders. Keep them with a LEFT JOIN.
-- rule: everyone
SELECT c.customer_id, COUNT(*) AS orders, SUM(COALESCE(o.amount, 0)) AS spend
FROM customers c
JOIN orders o USING (customer_id), params p
WHERE o.ordered_on <= p.as_of
GROUP BY c.customer_id
ORDER BY c.customer_id
