-- Among equal rates your seller with fewer orders comes first. More orders come first: that rate
-- rests on more evidence.
-- rule: rank
WITH marketplace AS (
    SELECT COALESCE(SUM(positive) / NULLIF(SUM(orders), 0), 0.5) AS mu
    FROM sellers
),
rates AS (
    SELECT
        seller_id,
        orders,
        positive / NULLIF(orders, 0) AS raw_rate,
        (positive + 50 * mu) / (orders + 50) AS shrunk_rate
    FROM sellers
    CROSS JOIN marketplace
)

SELECT
    *,
    ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders, seller_id) AS rank
FROM rates
