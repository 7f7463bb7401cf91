-- Slip: visits are cut with visit_ts <= as_of (midnight at its start), so visits later on the day as_of itself are lost.
WITH elig AS (
    SELECT c.customer_id, c.signup_ts::DATE AS d
    FROM customers c, params p
    WHERE c.signup_ts::DATE <= p.as_of - 30
),
seen AS (
    SELECT v.customer_id, v.visit_ts::DATE AS day
    FROM visits v, params p
    WHERE v.visit_ts <= p.as_of
),
flags AS (
    SELECT e.d,
           EXISTS (FROM seen s WHERE s.customer_id = e.customer_id AND s.day = e.d + 30) AS f1,
           EXISTS (FROM seen s WHERE s.customer_id = e.customer_id AND s.day BETWEEN e.d + 1 AND e.d + 30) AS f2,
           EXISTS (FROM seen s WHERE s.customer_id = e.customer_id AND s.day >= e.d + 30) AS f3
    FROM elig e
)
SELECT date_trunc('month', d)::DATE AS cohort_month,
       COUNT(*) AS eligible,
       AVG(f1::INT) AS on_day_30,
       AVG(f2::INT) AS within_30_days,
       AVG(f3::INT) AS day_30_or_later
FROM flags
GROUP BY 1
ORDER BY 1
