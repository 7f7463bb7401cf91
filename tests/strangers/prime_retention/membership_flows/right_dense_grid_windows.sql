-- one row per customer and calendar month with a 0/1 flag, then only window functions
WITH valid AS (
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
cal AS (
    SELECT unnest(range(
        (SELECT date_trunc('month', MIN(start_date))::TIMESTAMP FROM valid),
        (SELECT date_trunc('month', as_of + 1)::TIMESTAMP FROM params),
        INTERVAL 1 MONTH))::DATE AS month
),
grid AS (
    SELECT cal.month, c.customer_id,
           EXISTS (SELECT 1 FROM valid v
                   WHERE v.customer_id = c.customer_id
                     AND v.start_date <= last_day(cal.month)
                     AND (v.end_date IS NULL OR v.end_date > cal.month))::INT AS f
    FROM cal CROSS JOIN (SELECT DISTINCT customer_id FROM valid) c
),
w AS (
    SELECT month, f,
           COALESCE(LAG(f) OVER h, 0) AS p,
           COALESCE(MAX(f) OVER (PARTITION BY customer_id ORDER BY month
                                 ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS ever
    FROM grid
    WINDOW h AS (PARTITION BY customer_id ORDER BY month)
)
SELECT month,
       SUM(f) AS members,
       SUM(f * (1 - ever)) AS new,
       SUM(f * p) AS retained,
       SUM(f * (1 - p) * ever) AS resurrected,
       SUM((1 - f) * p) AS churned,
       SUM((1 - f) * p) / NULLIF(SUM(p), 0) AS churn_rate
FROM w
GROUP BY month
ORDER BY month
