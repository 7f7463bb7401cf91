-- You pull every seller towards 0.5. The pseudo-orders are as good as the marketplace is: add 50 *
-- mu positive ones.
-- rule: mu
WITH marketplace AS (
    SELECT COALESCE(SUM(positive) / NULLIF(SUM(orders), 0), 0.5) AS mu
    FROM sellers
),
rates AS (
    SELECT
        seller_id,
        orders,
        positive / NULLIF(orders, 0) AS raw_rate,
        (positive + 50 * 0.5) / (orders + 50) AS shrunk_rate
    FROM sellers
    CROSS JOIN marketplace
)

SELECT
    *,
    ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC, seller_id) AS rank
FROM rates
