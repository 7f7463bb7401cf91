WITH good AS (
    SELECT o.order_id
    FROM orders o CROSS JOIN params p
    WHERE o.order_ts::DATE >= p.as_of - 29
      AND o.order_ts::DATE <= p.as_of
      AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
      AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')
),
sales AS (
    SELECT i.product_id, SUM(i.quantity) AS units, SUM(i.quantity * i.unit_price_cents) AS revenue_cents
    FROM order_items i
    JOIN good g ON g.order_id = i.order_id
    GROUP BY i.product_id
),
ranked AS (
    SELECT p.category,
           ROW_NUMBER() OVER (
               PARTITION BY p.category
               ORDER BY COALESCE(s.revenue_cents, 0) DESC, COALESCE(s.units, 0) DESC, p.product_id
           ) AS position,
           p.product_id, p.product_name,
           COALESCE(s.units, 0) AS units,
           COALESCE(s.revenue_cents, 0) AS revenue_cents
    FROM products p
    LEFT JOIN sales s ON s.product_id = p.product_id
)
SELECT category, position, product_id, product_name, units, revenue_cents
FROM ranked
WHERE position <= 3
ORDER BY category, position
