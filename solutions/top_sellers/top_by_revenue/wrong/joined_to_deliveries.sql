-- Joining deliveries repeats an order, and with it every item, for each of its 'delivered'
-- rows: an order that came in two parcels earns its revenue twice. You only want to know
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
    SELECT
        i.product_id,
        SUM(i.quantity) AS units,
        SUM(i.quantity * i.unit_price_cents) AS revenue_cents
    FROM order_items AS i
    JOIN good USING (order_id)
    GROUP BY i.product_id
),
shelf AS (
    SELECT
        p.category,
        p.product_id,
        p.product_name,
        COALESCE(s.units, 0) AS units,
        COALESCE(s.revenue_cents, 0) AS revenue_cents
    FROM products AS p
    LEFT JOIN sold AS s USING (product_id)
)
SELECT
    category,
    ROW_NUMBER() OVER (
        PARTITION BY category
        ORDER BY revenue_cents DESC, units DESC, product_id
    ) AS position,
    product_id,
    product_name,
    units,
    revenue_cents
FROM shelf
QUALIFY position <= 3
ORDER BY category, position
