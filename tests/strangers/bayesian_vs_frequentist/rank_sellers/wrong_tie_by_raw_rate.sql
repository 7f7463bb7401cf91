-- slip: equal rounded shrunk rates are ordered by raw_rate before orders (orders/positive 50/35, 150/95, 60/0: mu 0.5, the first two both 0.6)
WITH rates AS (
    SELECT seller_id, orders,
           positive::DOUBLE / NULLIF(orders, 0) AS raw_rate,
           (positive + 50 * COALESCE(
               SUM(positive) OVER ()::DOUBLE / NULLIF(SUM(orders) OVER (), 0)::DOUBLE, 0.5)
           ) / (orders + 50) AS shrunk_rate
    FROM sellers
)
SELECT seller_id, orders, raw_rate, shrunk_rate,
       ROW_NUMBER() OVER (
           ORDER BY ROUND(shrunk_rate, 9) DESC, raw_rate DESC NULLS LAST, orders DESC, seller_id
       ) AS rank
FROM rates
