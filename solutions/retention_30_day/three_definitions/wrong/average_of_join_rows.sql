-- The averages run over the rows of the join, one per visit: a customer with ten visits has ten votes, and a share
-- becomes a share of visits. Bring each customer to one row of yes or no first, then average.
-- rule: once
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE AS signup_date, date_trunc('month', signup_ts)::DATE AS cohort_month
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
),
visit_days AS (
    SELECT customer_id, visit_ts::DATE - signup_date AS day
    FROM eligible_customers JOIN visits USING (customer_id) CROSS JOIN params
    WHERE visit_ts::DATE <= as_of
)
SELECT
    cohort_month,
    COUNT(DISTINCT customer_id) AS eligible,
    AVG(COALESCE(day = 30, FALSE)::INT) AS on_day_30,
    AVG(COALESCE(day BETWEEN 1 AND 30, FALSE)::INT) AS within_30_days,
    AVG(COALESCE(day >= 30, FALSE)::INT) AS day_30_or_later
FROM eligible_customers
LEFT JOIN visit_days USING (customer_id)
GROUP BY cohort_month
ORDER BY cohort_month
