-- Day 0 is set to 100%. Signing up is not a visit, and not everybody has one on the signup date: compute day 0
-- like every other day, from the visits.
-- rule: day_0
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
    WHERE visit_ts::DATE - signup_date <= days_seen
    GROUP BY 1
),
counts AS (
    SELECT day, eligible, CASE WHEN day = 0 THEN eligible ELSE COALESCE(retained, 0) END AS retained
    FROM below LEFT JOIN above USING (day)
)
SELECT day, eligible, retained, retained / NULLIF(eligible, 0) AS retention
FROM counts
ORDER BY day
