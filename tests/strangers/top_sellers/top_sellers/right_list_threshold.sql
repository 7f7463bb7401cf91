-- a product stays if fewer than three products sold strictly more
WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')),
 u AS (SELECT p.category, p.product_id, p.product_name, sum(i.quantity) AS units FROM order_items i, products p WHERE i.product_id = p.product_id AND i.order_id = ANY (FROM q) GROUP BY ALL),
 l AS (SELECT category, list_sort(list(units), 'DESC') AS sold FROM u GROUP BY category)
SELECT category, list_position(sold, units) AS rank, product_id, product_name, units FROM u JOIN l USING (category) WHERE list_position(sold, units) <= 3 ORDER BY ALL
