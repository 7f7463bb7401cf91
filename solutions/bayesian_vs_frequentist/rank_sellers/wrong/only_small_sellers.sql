-- You shrink only sellers with fewer than 50 orders. Every seller gets the 50 pseudo-orders; a large
-- one hardly moves, without any cut-off.
-- rule: rates
WITH marketplace AS (
    SELECT COALESCE(SUM(positive) / NULLIF(SUM(orders), 0), 0.5) AS mu
    FROM sellers
),
rates AS (
    SELECT
        seller_id,
        orders,
        positive / NULLIF(orders, 0) AS raw_rate,
        CASE
            WHEN orders < 50 THEN (positive + 50 * mu) / (orders + 50)
            ELSE positive / orders
        END AS shrunk_rate
    FROM sellers
    CROSS JOIN marketplace
)

SELECT
    *,
    ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC, seller_id) AS rank
FROM rates
