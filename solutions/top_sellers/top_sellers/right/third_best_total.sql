-- A product stays when it sold at least as much as the third in line (NTH_VALUE).
WITH status AS (
    SELECT order_id,
           MAX(CASE status WHEN 'delivered' THEN 1 ELSE 0 END) AS delivered,
           MAX(CASE status WHEN 'returned' THEN 1 ELSE 0 END) AS returned
    FROM deliveries
    GROUP BY order_id
),
sold AS (
    SELECT product_id, SUM(quantity) AS units
    FROM order_items
    WHERE order_id IN (
        SELECT order_id
        FROM orders JOIN status USING (order_id)
        WHERE delivered = 1 AND returned = 0
          AND order_ts >= (SELECT as_of FROM params) - INTERVAL 29 DAY
          AND order_ts < (SELECT as_of FROM params) + INTERVAL 1 DAY
    )
    GROUP BY product_id
),
placed AS (
    SELECT category, product_id, product_name, units,
           NTH_VALUE(units, 3) OVER (
               PARTITION BY category ORDER BY units DESC
               ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
           ) AS third
    FROM products JOIN sold USING (product_id)
)
SELECT category, RANK() OVER (PARTITION BY category ORDER BY units DESC) AS rank,
       product_id, product_name, units
FROM placed
WHERE units >= COALESCE(third, 0)
ORDER BY category, rank, product_id
