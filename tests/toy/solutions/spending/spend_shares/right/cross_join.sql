WITH seen AS (SELECT o.* FROM orders o JOIN customers USING (customer_id), params WHERE ordered_on <= as_of),
total AS (SELECT SUM(amount) AS total FROM seen)
SELECT
    COALESCE((SELECT SUM(amount) FROM seen s WHERE s.customer_id = c.customer_id), 0)
        / CASE WHEN total > 0 THEN total END AS share,
    name
FROM customers c CROSS JOIN total
