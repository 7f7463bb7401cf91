-- Slip: SUM(DISTINCT quantity) was used against the feared fan-out, so two lines of a product with the same quantity count once.
WITH good AS (
    SELECT DISTINCT o.order_id
    FROM orders o
    JOIN params p ON o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
    JOIN deliveries d ON d.order_id = o.order_id AND d.status = 'delivered'
    WHERE o.order_id NOT IN (SELECT order_id FROM deliveries WHERE status = 'returned' AND order_id IS NOT NULL)
),
sold AS (
    SELECT p.category, p.product_id, p.product_name, SUM(DISTINCT i.quantity) AS units
    FROM good g
    JOIN order_items i USING (order_id)
    JOIN products p USING (product_id)
    GROUP BY ALL
),
ranked AS (
    SELECT category, RANK() OVER (PARTITION BY category ORDER BY units DESC) AS rank,
           product_id, product_name, units
    FROM sold
)
FROM ranked WHERE rank <= 3 ORDER BY category, rank, product_id
