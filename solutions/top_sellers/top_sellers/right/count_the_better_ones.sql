-- No window function: 1 plus a correlated count of the products that sold strictly more.
WITH sold AS (
    SELECT p.category, p.product_id, p.product_name, SUM(i.quantity)::BIGINT AS units
    FROM products p, order_items i, orders o, params
    WHERE i.product_id = p.product_id
      AND i.order_id = o.order_id
      AND o.order_ts::DATE BETWEEN as_of - 29 AND as_of
      AND 'delivered' IN (SELECT status FROM deliveries d WHERE d.order_id = o.order_id)
      AND 'returned' NOT IN (SELECT status FROM deliveries d WHERE d.order_id = o.order_id)
    GROUP BY ALL
),
ranked AS (
    SELECT
        category,
        1 + (
            SELECT COUNT(*) FROM sold better
            WHERE better.category = sold.category AND better.units > sold.units
        ) AS rank,
        product_id, product_name, units
    FROM sold
)
SELECT * FROM ranked WHERE rank < 4 ORDER BY category, rank, product_id
