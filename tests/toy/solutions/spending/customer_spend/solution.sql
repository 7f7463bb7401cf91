SELECT
    c.customer_id,
    COUNT(o.order_id) AS orders,
    COALESCE(SUM(o.amount), 0) AS spend
FROM customers c
CROSS JOIN params p
LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
GROUP BY c.customer_id
ORDER BY c.customer_id
