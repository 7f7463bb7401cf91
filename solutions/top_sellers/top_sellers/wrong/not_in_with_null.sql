-- NOT IN over a list that holds a NULL is never true, only false or unknown: one returned
-- parcel without an order_id empties the list of orders. Use NOT EXISTS, or leave the NULLs
-- out of the list.
-- rule: strays
WITH good AS (
    SELECT o.order_id
    FROM orders AS o
    CROSS JOIN params AS p
    WHERE CAST(o.order_ts AS DATE) BETWEEN p.as_of - 29 AND p.as_of
      AND o.order_id IN (SELECT order_id FROM deliveries WHERE status = 'delivered')
      AND o.order_id NOT IN (SELECT order_id FROM deliveries WHERE status = 'returned')
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
