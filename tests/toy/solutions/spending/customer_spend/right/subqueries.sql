WITH seen AS (SELECT * FROM orders WHERE ordered_on <= (SELECT as_of FROM params))
SELECT
    customer_id,
    (SELECT COUNT(*) FROM seen s WHERE s.customer_id = c.customer_id) AS orders,
    (SELECT COALESCE(SUM(amount), 0) FROM seen s WHERE s.customer_id = c.customer_id) AS SPEND
FROM customers c
ORDER BY ALL
