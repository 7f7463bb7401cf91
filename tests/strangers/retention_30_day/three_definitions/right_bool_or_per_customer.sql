WITH per_customer AS (
    SELECT c.customer_id,
           CAST(c.signup_ts AS DATE) AS d,
           bool_or(CAST(v.visit_ts AS DATE) - CAST(c.signup_ts AS DATE) = 30) AS on_30,
           bool_or(CAST(v.visit_ts AS DATE) - CAST(c.signup_ts AS DATE) BETWEEN 1 AND 30) AS within_30,
           bool_or(CAST(v.visit_ts AS DATE) - CAST(c.signup_ts AS DATE) >= 30) AS later
    FROM customers AS c
    INNER JOIN params AS p ON CAST(c.signup_ts AS DATE) + 30 <= p.as_of
    LEFT JOIN visits AS v
           ON v.customer_id = c.customer_id
          AND CAST(v.visit_ts AS DATE) <= p.as_of
    GROUP BY c.customer_id, CAST(c.signup_ts AS DATE)
)
SELECT CAST(date_trunc('month', d) AS DATE) AS cohort_month,
       COUNT(*) AS eligible,
       COUNT(*) FILTER (WHERE on_30) / COUNT(*) AS on_day_30,
       COUNT(*) FILTER (WHERE within_30) / COUNT(*) AS within_30_days,
       COUNT(*) FILTER (WHERE later) / COUNT(*) AS day_30_or_later
FROM per_customer
GROUP BY 1
ORDER BY 1
