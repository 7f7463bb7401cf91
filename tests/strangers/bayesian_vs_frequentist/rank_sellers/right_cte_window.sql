-- style: one query, CTEs and a window function
WITH totals AS (
    SELECT CASE WHEN COALESCE(SUM(orders), 0) = 0 THEN 0.5::DOUBLE
                ELSE SUM(positive)::DOUBLE / SUM(orders)::DOUBLE END AS mu
    FROM sellers
),
rates AS (
    SELECT s.seller_id,
           s.orders,
           CASE WHEN s.orders > 0 THEN s.positive::DOUBLE / s.orders END AS raw_rate,
           (s.positive + 50 * t.mu) / (s.orders + 50) AS shrunk_rate
    FROM sellers AS s CROSS JOIN totals AS t
)
SELECT seller_id, orders, raw_rate, shrunk_rate,
       ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC, seller_id ASC) AS rank
FROM rates
