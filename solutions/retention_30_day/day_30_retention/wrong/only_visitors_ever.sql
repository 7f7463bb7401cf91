-- The denominator holds only customers who visited at some time, be it before signup or after as_of. Those who never
-- came are exactly the ones retention must count: start from all customers who are eligible, with or without a visit.
-- rule: eligible
WITH visit_days AS (
    SELECT customer_id, visit_ts::DATE - signup_ts::DATE AS day
    FROM customers
    JOIN visits USING (customer_id)
    CROSS JOIN params
    WHERE signup_ts::DATE + 30 <= as_of
      AND visit_ts IS NOT NULL
)
SELECT
    COUNT(DISTINCT customer_id) AS eligible,
    COUNT(DISTINCT customer_id) FILTER (WHERE day = 30) AS retained,
    COUNT(DISTINCT customer_id) FILTER (WHERE day = 30) / NULLIF(COUNT(DISTINCT customer_id), 0) AS retention
FROM visit_days
