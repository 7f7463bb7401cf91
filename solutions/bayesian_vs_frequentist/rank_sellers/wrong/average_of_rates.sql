-- Your mu is the average of the sellers' rates. A 2-order seller should not weigh as much as a
-- 20,000-order one: divide all positive orders by all orders.
-- rule: mu
WITH marketplace AS (
    SELECT COALESCE(AVG(positive / NULLIF(orders, 0)), 0.5) AS mu
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
