-- style: the totals as windows over all rows
SELECT
    seller_id,
    orders,
    CASE WHEN orders > 0 THEN positive::DOUBLE / orders END AS raw_rate,
    shrunk_rate,
    ROW_NUMBER() OVER (ORDER BY ROUND(shrunk_rate, 9) DESC, orders DESC, seller_id ASC) AS rank
FROM (
    SELECT
        *,
        (positive + 50 * CASE WHEN SUM(orders) OVER () = 0 THEN 0.5
            ELSE SUM(positive) OVER ()::DOUBLE / SUM(orders) OVER () END) / (orders + 50) AS shrunk_rate
    FROM sellers
) AS t
ORDER BY rank
