WITH good AS (
    SELECT o.order_id
    FROM orders o
    JOIN params p ON o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
    SEMI JOIN (SELECT order_id FROM deliveries WHERE status = 'delivered') d ON d.order_id = o.order_id
    ANTI JOIN (SELECT order_id FROM deliveries WHERE status = 'returned') r ON r.order_id = o.order_id
),
sold AS (
    SELECT p.category, p.product_id, p.product_name, SUM(i.quantity) AS units
    FROM order_items i
    JOIN good USING (order_id)
    JOIN products p USING (product_id)
    GROUP BY p.category, p.product_id, p.product_name
)
SELECT category,
       RANK() OVER (PARTITION BY category ORDER BY units DESC) AS rank,
       product_id, product_name, units
FROM sold
QUALIFY RANK() OVER (PARTITION BY category ORDER BY units DESC) <= 3
ORDER BY category, rank, product_id
