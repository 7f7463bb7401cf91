-- Style: QUALIFY with ROW_NUMBER removes the repeats; the month stays a TIMESTAMP at midnight.
WITH day_30_visits AS (
    SELECT c.customer_id
    FROM customers c
    JOIN visits v USING (customer_id)
    WHERE date_diff('day', c.signup_ts, v.visit_ts) = 30
    QUALIFY ROW_NUMBER() OVER (PARTITION BY c.customer_id ORDER BY v.visit_ts) = 1
),
people AS (
    SELECT
        date_trunc('month', signup_ts) AS cohort_month,
        date_diff('day', signup_ts, (SELECT as_of FROM params)::TIMESTAMP) >= 30 AS old_enough,
        d.customer_id IS NOT NULL AS came
    FROM customers c
    LEFT JOIN day_30_visits d ON d.customer_id = c.customer_id
    WHERE signup_ts IS NOT NULL
)
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT_IF(old_enough) AS eligible,
    COUNT_IF(old_enough AND came) AS retained,
    AVG(came::INT) FILTER (WHERE old_enough) AS retention
FROM people
GROUP BY cohort_month
ORDER BY cohort_month
