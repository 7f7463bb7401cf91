WITH RECURSIVE n(day) AS (
    SELECT 0
    UNION ALL
    SELECT day + 1 FROM n WHERE day < 30
),
pairs AS (
    SELECT c.customer_id, n.day,
           c.signup_ts::DATE + n.day AS target
    FROM n, customers c, params p
    WHERE c.signup_ts::DATE + n.day <= p.as_of
),
hit AS (
    SELECT pairs.day, COUNT(*) AS k
    FROM pairs
    SEMI JOIN (SELECT customer_id, visit_ts::DATE AS target FROM visits) AS v
      ON v.customer_id = pairs.customer_id AND v.target = pairs.target
    GROUP BY pairs.day
),
den AS (
    SELECT day, COUNT(*) AS k FROM pairs GROUP BY day
)
SELECT n.day,
       COALESCE(den.k, 0) AS eligible,
       COALESCE(hit.k, 0) AS retained,
       CASE WHEN den.k > 0 THEN COALESCE(hit.k, 0)::DOUBLE / den.k END AS retention
FROM n
LEFT JOIN den ON den.day = n.day
LEFT JOIN hit ON hit.day = n.day
ORDER BY n.day
