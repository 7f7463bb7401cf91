-- eligible asks whether day 30 is over by as_of, retained does not: a visit dated after as_of makes a customer
-- retained who is not eligible. Count as retained only customers who are also eligible.
-- rule: per_customer
WITH signups AS (
    SELECT
        customer_id,
        signup_ts::DATE + 30 AS day_30,
        date_trunc('month', signup_ts)::DATE AS cohort_month
    FROM customers
    WHERE signup_ts IS NOT NULL
),
came_back AS (
    SELECT DISTINCT customer_id
    FROM signups JOIN visits USING (customer_id)
    WHERE visit_ts::DATE = day_30
)
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT(*) FILTER (WHERE day_30 <= as_of) AS eligible,
    COUNT(came_back.customer_id) AS retained,
    COUNT(came_back.customer_id) / NULLIF(COUNT(*) FILTER (WHERE day_30 <= as_of), 0) AS retention
FROM signups
CROSS JOIN params
LEFT JOIN came_back ON came_back.customer_id = signups.customer_id
GROUP BY cohort_month
ORDER BY cohort_month
