-- Slip: signups after as_of are filtered away, so months after as_of vanish and the running month's signups are too low.
WITH s AS (
    SELECT c.customer_id, c.signup_ts::DATE AS d, p.as_of
    FROM customers c
    JOIN params p ON c.signup_ts::DATE <= p.as_of
),
f AS (
    SELECT s.d,
           (s.d + 30 <= s.as_of)::INT AS e,
           (s.d + 30 <= s.as_of AND EXISTS (
               FROM visits v WHERE v.customer_id = s.customer_id AND v.visit_ts::DATE = s.d + 30
           ))::INT AS r
    FROM s
)
SELECT date_trunc('month', d)::DATE AS cohort_month,
       COUNT(*) AS signups, SUM(e) AS eligible, SUM(r) AS retained,
       SUM(r) / NULLIF(SUM(e), 0) AS retention
FROM f
GROUP BY ALL
ORDER BY cohort_month
