WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')),
 u AS (SELECT p.*, (SELECT sum(i.quantity) FROM order_items i WHERE i.product_id = p.product_id AND i.order_id IN (FROM q)) AS units FROM products p),
 r AS (SELECT u.*, 1 + (SELECT count(*) FROM u b WHERE b.category = u.category AND b.units > u.units) AS place FROM u WHERE units IS NOT NULL)
SELECT units::DOUBLE AS UNITS, product_name, product_id::INTEGER AS product_id, place AS "rank", category FROM r WHERE place < 4 ORDER BY category, place, product_id
