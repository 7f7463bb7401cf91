-- average price times units
WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')),
 s AS (SELECT product_id, sum(quantity) AS units, sum(quantity) * avg(unit_price_cents) AS cents FROM order_items WHERE order_id IN (FROM q) GROUP BY 1)
SELECT p.category, row_number() OVER (PARTITION BY p.category ORDER BY coalesce(cents, 0) DESC, coalesce(units, 0) DESC, product_id) AS position, product_id, p.product_name, coalesce(units, 0) AS units, coalesce(cents, 0) AS revenue_cents
FROM products p LEFT JOIN s USING (product_id)
QUALIFY position <= 3 ORDER BY p.category, position
