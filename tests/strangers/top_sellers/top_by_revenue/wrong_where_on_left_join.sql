-- Slip: the order filter stands in WHERE after the LEFT JOINs (with OR IS NULL), so a product sold only in non-qualifying orders vanishes instead of showing 0.
WITH good AS (
    SELECT o.order_id
    FROM orders o, params p
    WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
      AND o.order_id IN (SELECT order_id FROM deliveries WHERE status = 'delivered')
      AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
),
agg AS (
    SELECT p.category, p.product_id, p.product_name,
           COALESCE(SUM(i.quantity), 0) AS units,
           COALESCE(SUM(i.quantity * i.unit_price_cents), 0) AS revenue_cents
    FROM products p
    LEFT JOIN order_items i USING (product_id)
    LEFT JOIN good g ON g.order_id = i.order_id
    WHERE g.order_id IS NOT NULL OR i.order_id IS NULL
    GROUP BY ALL
)
SELECT category,
       ROW_NUMBER() OVER w AS position,
       product_id, product_name, units, revenue_cents
FROM agg
WINDOW w AS (PARTITION BY category ORDER BY revenue_cents DESC, units DESC, product_id)
QUALIFY position <= 3
ORDER BY category, position
