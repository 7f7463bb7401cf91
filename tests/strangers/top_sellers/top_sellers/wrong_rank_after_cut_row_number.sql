-- Slip: the top 3 are cut with ROW_NUMBER (ties broken by product_id) and only then ranked, so ties at the edge are lost.
WITH good AS (
    SELECT o.order_id
    FROM orders o, params p
    WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
      AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
      AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
),
sold AS (
    SELECT p.category, p.product_id, p.product_name, SUM(i.quantity) AS units
    FROM order_items i SEMI JOIN good USING (order_id) JOIN products p ON p.product_id = i.product_id
    GROUP BY ALL
),
cut AS (
    FROM sold
    QUALIFY ROW_NUMBER() OVER (PARTITION BY category ORDER BY units DESC, product_id) <= 3
)
SELECT category, RANK() OVER (PARTITION BY category ORDER BY units DESC) AS rank, product_id, product_name, units
FROM cut
ORDER BY category, rank, product_id
