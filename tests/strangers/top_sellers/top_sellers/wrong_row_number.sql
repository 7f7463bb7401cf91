-- ROW_NUMBER
WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned'))
SELECT category, row_number() OVER (PARTITION BY category ORDER BY sum(quantity) DESC, product_id) AS rank, product_id, product_name, sum(quantity) AS units
FROM q JOIN order_items USING (order_id) JOIN products USING (product_id)
GROUP BY category, product_id, product_name QUALIFY rank <= 3 ORDER BY category, rank, product_id
