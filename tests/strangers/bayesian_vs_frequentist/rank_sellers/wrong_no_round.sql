-- slip: ranks by the unrounded shrunk rate, so floating-point noise breaks ties (orders/positive 6/5, 0/0: both 5/6, computed a last digit apart)
WITH totals AS (
    SELECT SUM(orders) AS n, SUM(positive) AS k FROM sellers
),
rates AS (
    SELECT seller_id, orders, positive,
           CASE WHEN n > 0 THEN k::DOUBLE / n::DOUBLE ELSE 0.5::DOUBLE END AS mu
    FROM sellers, totals
)
SELECT seller_id,
       orders,
       positive::DOUBLE / NULLIF(orders, 0) AS raw_rate,
       (positive + 50 * mu) / (orders + 50) AS shrunk_rate,
       ROW_NUMBER() OVER (
           ORDER BY (positive + 50 * mu) / (orders + 50) DESC, orders DESC, seller_id
       ) AS rank
FROM rates
