-- Style: DISTINCT ON keeps one join row per customer, the one of day 30 first; sums of CASE; MAKE_DATE.
WITH people AS (
    SELECT DISTINCT ON (c.customer_id)
        c.customer_id,
        c.signup_ts,
        CASE WHEN c.signup_ts::DATE + 30 <= p.as_of THEN 1 ELSE 0 END AS old_enough,
        CASE WHEN v.visit_ts::DATE - c.signup_ts::DATE = 30 THEN 1 ELSE 0 END AS came
    FROM customers c
    CROSS JOIN params p
    LEFT JOIN visits v ON c.customer_id = v.customer_id
    WHERE c.signup_ts IS NOT NULL
    ORDER BY c.customer_id, came DESC
)
SELECT
    make_date(year(signup_ts), month(signup_ts), 1) AS cohort_month,
    COUNT(customer_id) AS signups,
    SUM(old_enough) AS eligible,
    SUM(old_enough * came) AS retained,
    AVG(CASE WHEN old_enough = 1 THEN came END) AS retention
FROM people
GROUP BY year(signup_ts), month(signup_ts)
ORDER BY year(signup_ts), month(signup_ts)
