-- Slip: the denominator counts all signups of the month, not only customers eligible for day 30, in a month that is only partly eligible.
WITH b AS (
    SELECT c.customer_id, c.signup_ts::DATE AS d, date_trunc('month', c.signup_ts)::DATE AS m, p.as_of
    FROM customers c CROSS JOIN params p
    WHERE c.signup_ts IS NOT NULL
),
f AS (
    SELECT b.m, b.d + 30 <= b.as_of AS ok,
           max(CASE WHEN v.visit_ts::DATE - b.d = 30 THEN 1 ELSE 0 END) AS f1,
           max(CASE WHEN v.visit_ts::DATE - b.d BETWEEN 1 AND 30 THEN 1 ELSE 0 END) AS f2,
           max(CASE WHEN v.visit_ts::DATE - b.d >= 30 THEN 1 ELSE 0 END) AS f3
    FROM b
    LEFT JOIN visits v ON v.customer_id = b.customer_id AND v.visit_ts::DATE <= b.as_of
    GROUP BY b.customer_id, b.m, b.d, b.as_of
)
SELECT m AS cohort_month,
       COUNT(*) AS eligible,
       SUM(f1) / COUNT(*) AS on_day_30,
       SUM(f2) / COUNT(*) AS within_30_days,
       SUM(f3) / COUNT(*) AS day_30_or_later
FROM f
GROUP BY m
HAVING bool_or(ok)
ORDER BY m
