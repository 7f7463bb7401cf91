WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')),
 u AS (FROM order_items i SEMI JOIN q USING (order_id) SELECT product_id, sum(quantity)::BIGINT AS units GROUP BY product_id)
SELECT c.category, t.*
FROM (SELECT DISTINCT category FROM products) c,
  LATERAL (SELECT rank() OVER (ORDER BY u.units DESC) AS rank, p.product_id, p.product_name, u.units
           FROM products p JOIN u ON u.product_id = p.product_id WHERE p.category = c.category) t
WHERE t.rank <= 3 ORDER BY c.category, t.rank, t.product_id
