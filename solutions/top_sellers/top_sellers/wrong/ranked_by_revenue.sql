-- The rank follows the money, but this report asks who sold the most pieces. Rank by units.
-- rule: rank
WITH good AS (
    SELECT o.order_id
    FROM orders AS o
    CROSS JOIN params AS p
    WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
      AND EXISTS (
          SELECT 1 FROM deliveries AS d
          WHERE d.order_id = o.order_id AND d.status = 'delivered'
      )
      AND NOT EXISTS (
          SELECT 1 FROM deliveries AS d
          WHERE d.order_id = o.order_id AND d.status = 'returned'
      )
),
sold AS (
    SELECT p.category, p.product_id, p.product_name, SUM(i.quantity) AS units,
        SUM(i.quantity * i.unit_price_cents) AS revenue_cents
    FROM order_items AS i
    JOIN good USING (order_id)
    JOIN products AS p USING (product_id)
    GROUP BY p.category, p.product_id, p.product_name
)
SELECT
    category,
    RANK() OVER (PARTITION BY category ORDER BY revenue_cents DESC) AS rank,
    product_id,
    product_name,
    units
FROM sold
QUALIFY rank <= 3
ORDER BY category, rank, product_id
