-- You rank by the raw rate. 2 of 2 is not better evidence than 380 of 400: rank by shrunk_rate.
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
    ROW_NUMBER() OVER (ORDER BY ROUND(raw_rate, 9) DESC NULLS LAST, orders DESC, seller_id) AS rank
FROM rates
