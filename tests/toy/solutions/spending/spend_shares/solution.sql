WITH spent AS (
    SELECT c.customer_id, ANY_VALUE(c.name) AS name, COALESCE(SUM(o.amount), 0) AS spend
    FROM params p, customers c
    LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
    GROUP BY c.customer_id
)
SELECT name, spend / NULLIF(SUM(spend) OVER (), 0) AS share FROM spent
