-- The denominators stop at as_of, but the visits do not: a visit dated after it counts for a customer who is not
-- yet eligible for that day. Leave out visits whose date is after as_of.
-- rule: ignored
WITH signups AS (
    SELECT customer_id, signup_ts::DATE AS signup_date, as_of - signup_ts::DATE AS days_seen
    FROM customers, params
),
days AS (SELECT unnest(range(31)) AS day),
below AS (
    SELECT day, COUNT(customer_id) AS eligible
    FROM days LEFT JOIN signups ON days_seen >= day
    GROUP BY day
),
above AS (
    SELECT visit_ts::DATE - signup_date AS day, COUNT(DISTINCT customer_id) AS retained
    FROM signups JOIN visits USING (customer_id)
    GROUP BY 1
)
SELECT
    day,
    eligible,
    COALESCE(retained, 0) AS retained,
    COALESCE(retained, 0) / NULLIF(eligible, 0) AS retention
FROM below LEFT JOIN above USING (day)
ORDER BY day
