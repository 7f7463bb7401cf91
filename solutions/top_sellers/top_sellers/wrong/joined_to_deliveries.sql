-- Joining deliveries repeats an order, and with it every item, for each of its 'delivered'
-- rows: an order that came in two parcels counts twice. You only want to know
-- whether such a row exists: use EXISTS (in pandas isin).
-- rule: delivered
WITH good AS (
    SELECT o.order_id
    FROM orders AS o
    CROSS JOIN params AS p
    JOIN deliveries AS d ON d.order_id = o.order_id
    WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
      AND d.status = 'delivered'
      AND o.order_id NOT IN (
          SELECT order_id FROM deliveries
          WHERE status = 'returned' AND order_id IS NOT NULL
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
