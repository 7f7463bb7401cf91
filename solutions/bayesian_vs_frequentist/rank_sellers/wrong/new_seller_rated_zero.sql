-- A seller without orders has a raw_rate of 0 here, as if all of its buyers had complained. Nothing
-- was judged, so it is NULL.
-- rule: rates
WITH marketplace AS (
    SELECT COALESCE(SUM(positive) / NULLIF(SUM(orders), 0), 0.5) AS mu
    FROM sellers
),
rates AS (
    SELECT
        seller_id,
        orders,
        COALESCE(positive / NULLIF(orders, 0), 0) AS raw_rate,
        (positive + 50 * mu) / (orders + 50) AS shrunk_rate
    FROM sellers
    CROSS JOIN marketplace
)

SELECT
    *,
    ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC, seller_id) AS rank
FROM rates
