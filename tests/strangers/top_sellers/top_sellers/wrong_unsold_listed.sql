-- products without sales are listed with 0 units
WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned'))
SELECT category, rank() OVER (PARTITION BY category ORDER BY coalesce(sum(quantity), 0) DESC) AS rank, product_id, product_name, coalesce(sum(quantity), 0) AS units
FROM products LEFT JOIN (q JOIN order_items USING (order_id)) USING (product_id)
GROUP BY category, product_id, product_name QUALIFY rank <= 3 ORDER BY category, rank, product_id
