-- Filter, join, aggregate, rank: in this order, each step with one row per known thing.
WITH delivered AS (  -- one row per order that counts
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
sold AS (  -- one row per product that sold
    SELECT p.category, p.product_id, p.product_name, SUM(i.quantity) AS units
    FROM order_items AS i
    JOIN delivered USING (order_id)
    JOIN products AS p USING (product_id)
    GROUP BY p.category, p.product_id, p.product_name  -- the id too: names repeat
)
SELECT
    category,
    RANK() OVER (PARTITION BY category ORDER BY units DESC) AS rank,
    product_id,
    product_name,
    units
FROM sold
QUALIFY rank <= 3  -- RANK, so that products level on units stay or go together
ORDER BY category, rank, product_id
