-- Everything LEFT JOINed in one pass; lines of other orders add 0 instead of being filtered out.
WITH status AS (
    SELECT order_id, bool_or(status = 'delivered') AND NOT bool_or(status = 'returned') AS good
    FROM deliveries
    GROUP BY order_id
),
lines AS (
    SELECT i.product_id,
           CASE WHEN s.good AND o.order_ts::DATE BETWEEN as_of - 29 AND as_of
                THEN i.quantity ELSE 0 END AS quantity,
           i.unit_price_cents
    FROM order_items i
    LEFT JOIN orders o ON o.order_id = i.order_id
    LEFT JOIN status s ON s.order_id = o.order_id
    CROSS JOIN params
),
totals AS (
    SELECT p.*, IFNULL(SUM(quantity), 0) AS units,
           IFNULL(SUM(quantity * unit_price_cents), 0) AS revenue_cents
    FROM products p
    LEFT JOIN lines USING (product_id)
    GROUP BY ALL
)
SELECT category, ROW_NUMBER() OVER w AS position, product_id, product_name, units, revenue_cents
FROM totals
WINDOW w AS (PARTITION BY category ORDER BY revenue_cents DESC, units DESC, product_id ASC)
QUALIFY position BETWEEN 1 AND 3
ORDER BY category, position
