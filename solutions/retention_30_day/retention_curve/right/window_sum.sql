-- Style: the denominators as a running sum of ages from the back (window frame), the numerators from DISTINCT pairs.
WITH ages AS (
    SELECT LEAST(date_diff('day', signup_ts::DATE, as_of), 30) AS age, COUNT(*) AS n
    FROM customers, params
    WHERE signup_ts::DATE <= as_of
    GROUP BY 1
),
days(day) AS (SELECT * FROM range(31)),
denominators AS (
    SELECT
        day,
        SUM(COALESCE(n, 0)) OVER (ORDER BY day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS eligible
    FROM days LEFT JOIN ages ON age = day
),
pairs AS (
    SELECT DISTINCT customer_id, visit_ts::DATE - signup_ts::DATE AS day
    FROM customers NATURAL JOIN visits
    WHERE visit_ts::DATE <= (SELECT as_of FROM params)
)
SELECT
    day,
    eligible,
    (SELECT COUNT(*) FROM pairs WHERE pairs.day = denominators.day) AS retained,
    CASE WHEN eligible > 0
         THEN (SELECT COUNT(*) FROM pairs WHERE pairs.day = denominators.day) / eligible
    END AS retention
FROM denominators
ORDER BY day
