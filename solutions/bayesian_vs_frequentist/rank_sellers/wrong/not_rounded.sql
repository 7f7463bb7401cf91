-- You compare the rates to the last digit. Rates that are equal on paper may differ there: round
-- shrunk_rate to 9 decimals in the order, and ties are ties.
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
    ROW_NUMBER() OVER (ORDER BY shrunk_rate DESC, orders DESC, seller_id) AS rank
FROM rates
