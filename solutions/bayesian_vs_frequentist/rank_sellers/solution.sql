-- The rate of the whole marketplace: one row.
WITH marketplace AS (
    SELECT COALESCE(SUM(positive) / NULLIF(SUM(orders), 0), 0.5) AS mu
    FROM sellers
),

-- Fifty orders at that rate are added to what each seller has.
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
ORDER BY rank
