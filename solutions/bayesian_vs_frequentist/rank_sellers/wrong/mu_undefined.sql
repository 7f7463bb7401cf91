-- When nobody has any orders your mu is NULL, and so is every rate. The contract sets mu to 0.5
-- then.
-- rule: mu
WITH marketplace AS (
    SELECT SUM(positive) / NULLIF(SUM(orders), 0) AS mu
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
    ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC, seller_id) AS rank
FROM rates
