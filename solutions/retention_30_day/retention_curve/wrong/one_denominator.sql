-- All days share one denominator, all signups. Day 1 is observed for almost everyone, day 30 only for the older
-- ones: each day has its own denominator, the customers whose day n is over by as_of.
-- rule: own_denominator
WITH signups AS (
    SELECT customer_id, signup_ts::DATE AS signup_date
    FROM customers
    WHERE signup_ts IS NOT NULL
),
days AS (SELECT unnest(range(31)) AS day),
retained_by_day AS (
    SELECT visit_ts::DATE - signup_date AS day, COUNT(DISTINCT customer_id) AS retained
    FROM signups JOIN visits USING (customer_id) CROSS JOIN params
    WHERE visit_ts::DATE <= as_of
    GROUP BY 1
),
total AS (SELECT COUNT(*) AS eligible FROM signups)
SELECT
    day,
    eligible,
    COALESCE(retained, 0) AS retained,
    COALESCE(retained, 0) / NULLIF(eligible, 0) AS retention
FROM days CROSS JOIN total LEFT JOIN retained_by_day USING (day)
ORDER BY day
