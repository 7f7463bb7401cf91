-- style: no window; the rank is one more than the number of sellers that come before, by a self-join
WITH mu AS (
    SELECT CASE WHEN SUM(orders) > 0 THEN SUM(positive) * 1.0 / SUM(orders) ELSE 0.5 END AS mu
    FROM sellers
),
rated AS (
    SELECT
        s.*,
        (s.positive + 50 * (SELECT mu FROM mu)) / (s.orders + 50) AS shrunk_rate
    FROM sellers s
)
SELECT
    r.seller_id,
    r.orders,
    IF(r.orders = 0, NULL, r.positive / r.orders) AS raw_rate,
    ANY_VALUE(r.shrunk_rate) AS shrunk_rate,
    1 + COUNT(o.seller_id) AS rank
FROM rated r
LEFT JOIN rated o
    ON (-ROUND(o.shrunk_rate, 9), -o.orders, o.seller_id)
     < (-ROUND(r.shrunk_rate, 9), -r.orders, r.seller_id)
GROUP BY r.seller_id, r.orders, r.positive
