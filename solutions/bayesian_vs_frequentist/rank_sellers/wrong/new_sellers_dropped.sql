-- Sellers without orders are left out. They have a row too: nothing is known of them, so their
-- shrunk_rate is mu.
-- rule: judged
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
    WHERE orders > 0
)

SELECT
    *,
    ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC, seller_id) AS rank
FROM rates
