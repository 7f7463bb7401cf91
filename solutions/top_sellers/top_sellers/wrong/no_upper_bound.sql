-- The window has a beginning but no end: orders dated after as_of are counted as well. They
-- exist, when a clock runs ahead and whenever the report is run again for an earlier day, so
-- bound the window on both sides.
-- rule: window
WITH good AS (
    SELECT o.order_id
    FROM orders AS o
    CROSS JOIN params AS p
    WHERE CAST(o.order_ts AS DATE) >= p.as_of - 29
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
    RANK() OVER (PARTITION BY category ORDER BY units DESC) AS rank,
    product_id,
    product_name,
    units
FROM sold
QUALIFY rank <= 3
ORDER BY category, rank, product_id
