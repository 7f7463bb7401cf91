-- Slip: the last tie-break is product_name before product_id, so equal revenue and units are ordered by name.
WITH flags AS (
    SELECT order_id, bool_or(status = 'delivered') AND NOT bool_or(status = 'returned') AS ok
    FROM deliveries WHERE order_id IS NOT NULL GROUP BY order_id
),
good AS (
    SELECT o.order_id FROM orders o JOIN flags f ON f.order_id = o.order_id AND f.ok
    JOIN params p ON o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
),
s AS (
    SELECT product_id, SUM(quantity) AS u, SUM(quantity * unit_price_cents) AS r
    FROM order_items SEMI JOIN good USING (order_id)
    GROUP BY product_id
)
SELECT p.category,
       ROW_NUMBER() OVER (PARTITION BY p.category
                          ORDER BY COALESCE(s.r, 0) DESC, COALESCE(s.u, 0) DESC, p.product_name, p.product_id) AS position,
       p.product_id, p.product_name, COALESCE(s.u, 0) AS units, COALESCE(s.r, 0) AS revenue_cents
FROM products p LEFT JOIN s USING (product_id)
QUALIFY position <= 3
ORDER BY p.category, position
