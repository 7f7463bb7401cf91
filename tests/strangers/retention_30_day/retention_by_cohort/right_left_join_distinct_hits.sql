WITH base AS (
    SELECT customer_id, signup_ts::DATE AS d
    FROM customers
    WHERE signup_ts IS NOT NULL
),
active_days AS (
    SELECT DISTINCT customer_id, visit_ts::DATE AS day
    FROM visits
)
SELECT date_trunc('month', b.d)::DATE AS cohort_month,
       COUNT(*) AS signups,
       COUNT(*) FILTER (WHERE b.d + 30 <= p.as_of) AS eligible,
       COUNT(a.day) FILTER (WHERE b.d + 30 <= p.as_of) AS retained,
       COUNT(a.day) FILTER (WHERE b.d + 30 <= p.as_of)
         / NULLIF(COUNT(*) FILTER (WHERE b.d + 30 <= p.as_of), 0) AS retention
FROM base b
CROSS JOIN params p
LEFT JOIN active_days a ON a.customer_id = b.customer_id AND a.day = b.d + 30
GROUP BY 1
ORDER BY 1
