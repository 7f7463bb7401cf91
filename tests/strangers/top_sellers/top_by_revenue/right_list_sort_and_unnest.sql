WITH good AS (
    SELECT order_id FROM orders, params
    WHERE order_ts::DATE BETWEEN as_of - 29 AND as_of
    INTERSECT
    SELECT order_id FROM deliveries WHERE status = 'delivered'
    EXCEPT
    SELECT order_id FROM deliveries WHERE status = 'returned'
),
per_product AS (
    SELECT p.category, p.product_id, p.product_name,
           COALESCE(SUM(i.quantity) FILTER (WHERE g.order_id IS NOT NULL), 0)::BIGINT AS units,
           COALESCE(SUM(i.quantity * i.unit_price_cents) FILTER (WHERE g.order_id IS NOT NULL), 0)::BIGINT AS revenue_cents
    FROM products p
    LEFT JOIN order_items i ON i.product_id = p.product_id
    LEFT JOIN good g ON g.order_id = i.order_id
    GROUP BY p.category, p.product_id, p.product_name
),
best AS (
    SELECT category,
           list({'id': product_id, 'nm': product_name, 'u': units, 'r': revenue_cents}
                ORDER BY revenue_cents DESC, units DESC, product_id)[1:3] AS top
    FROM per_product
    GROUP BY category
),
flat AS (
    SELECT category, unnest(range(1, len(top) + 1)) AS position, unnest(top) AS t
    FROM best
)
SELECT category, position, t.id AS product_id, t.nm AS product_name, t.u AS units, t.r AS revenue_cents
FROM flat
ORDER BY category, position
