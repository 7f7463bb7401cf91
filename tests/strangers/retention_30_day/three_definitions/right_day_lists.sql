WITH v AS (
    SELECT customer_id, list(visit_ts::DATE) AS days
    FROM visits
    WHERE visit_ts::DATE <= (SELECT as_of FROM params)
    GROUP BY customer_id
),
k AS (
    SELECT c.signup_ts::DATE AS d,
           [x - c.signup_ts::DATE FOR x IN COALESCE(v.days, [])] AS ages
    FROM customers c
    LEFT JOIN v ON v.customer_id = c.customer_id
    WHERE c.signup_ts::DATE + 30 <= (SELECT as_of FROM params)
)
SELECT date_trunc('month', d)::DATE AS cohort_month,
       COUNT(*) AS eligible,
       AVG(CASE WHEN len([a FOR a IN ages IF a = 30]) > 0 THEN 1.0 ELSE 0.0 END) AS on_day_30,
       AVG(CASE WHEN len([a FOR a IN ages IF a >= 1 AND a <= 30]) > 0 THEN 1.0 ELSE 0.0 END) AS within_30_days,
       AVG(CASE WHEN len([a FOR a IN ages IF a >= 30]) > 0 THEN 1.0 ELSE 0.0 END) AS day_30_or_later
FROM k
GROUP BY cohort_month
ORDER BY cohort_month
