WITH good AS (
    SELECT d.order_id
    FROM deliveries d
    WHERE d.order_id IN (SELECT o.order_id FROM orders o, params p
                         WHERE o.order_ts >= p.as_of - INTERVAL 29 DAYS
                           AND o.order_ts < p.as_of + INTERVAL 1 DAY)
    GROUP BY d.order_id
    HAVING bool_or(d.status = 'delivered') AND NOT bool_or(d.status = 'returned')
),
sold AS (
    SELECT product_id, SUM(quantity) AS units
    FROM order_items
    WHERE order_id IN (SELECT order_id FROM good)
    GROUP BY product_id
),
named AS (
    SELECT pr.category, pr.product_id, pr.product_name, s.units
    FROM sold s JOIN products pr ON pr.product_id = s.product_id
),
ranked AS (
    SELECT a.category, 1 + COUNT(b.product_id) AS rank, a.product_id, a.product_name, a.units
    FROM named a
    LEFT JOIN named b ON b.category = a.category AND b.units > a.units
    GROUP BY a.category, a.product_id, a.product_name, a.units
)
SELECT * FROM ranked WHERE rank <= 3 ORDER BY category, rank, product_id
