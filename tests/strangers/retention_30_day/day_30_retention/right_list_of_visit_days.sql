WITH visit_days AS (
    SELECT customer_id, list(DISTINCT visit_ts::DATE) AS days
    FROM visits
    WHERE customer_id IS NOT NULL AND visit_ts IS NOT NULL
    GROUP BY customer_id
),
flags AS (
    SELECT COALESCE(list_contains(vd.days, c.signup_ts::DATE + 30), FALSE)::INT AS hit
    FROM customers c
    LEFT JOIN visit_days vd USING (customer_id)
    WHERE c.signup_ts::DATE <= (SELECT as_of FROM params) - 30
)
SELECT COUNT(hit) AS eligible,
       COALESCE(SUM(hit), 0)::BIGINT AS retained,
       AVG(hit) AS retention
FROM flags
