-- Sold and unsold products found apart, put together with UNION ALL; places by a self-join.
WITH good AS (
    SELECT order_id FROM orders WHERE order_ts::DATE BETWEEN
        (SELECT as_of - 29 FROM params) AND (SELECT as_of FROM params)
    INTERSECT
    (SELECT order_id FROM deliveries WHERE status = 'delivered'
     EXCEPT
     SELECT order_id FROM deliveries WHERE status = 'returned')
),
sold AS (
    SELECT p.category, p.product_id, p.product_name,
           SUM(quantity) AS units, SUM(quantity * unit_price_cents) AS revenue_cents
    FROM products p NATURAL JOIN order_items NATURAL JOIN good
    GROUP BY ALL
),
everything AS (
    SELECT * FROM sold
    UNION ALL
    SELECT category, product_id, product_name, 0, 0
    FROM products
    WHERE product_id NOT IN (SELECT product_id FROM sold)
)
SELECT a.category, COUNT(*) AS position, a.product_id, a.product_name, a.units, a.revenue_cents
FROM everything a
JOIN everything b  -- b: a itself and all that stand before it
  ON b.category = a.category
 AND (b.revenue_cents, b.units, -b.product_id) >= (a.revenue_cents, a.units, -a.product_id)
GROUP BY a.category, a.product_id, a.product_name, a.units, a.revenue_cents
HAVING COUNT(*) <= 3
ORDER BY a.category, position
