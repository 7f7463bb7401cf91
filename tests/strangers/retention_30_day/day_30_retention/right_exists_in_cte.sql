WITH who AS (
    SELECT c.customer_id,
           CAST(c.signup_ts AS DATE) + 30 AS day_30
    FROM customers AS c
    WHERE c.signup_ts IS NOT NULL
),
observed AS (
    SELECT who.customer_id,
           EXISTS (
               SELECT 1
               FROM visits AS v
               WHERE v.customer_id = who.customer_id
                 AND CAST(v.visit_ts AS DATE) = who.day_30
           ) AS came_back
    FROM who
    CROSS JOIN params AS p
    WHERE who.day_30 <= p.as_of
)
SELECT COUNT(*) AS eligible,
       COUNT(*) FILTER (WHERE came_back) AS retained,
       COUNT(*) FILTER (WHERE came_back) / NULLIF(COUNT(*), 0) AS retention
FROM observed
