-- Style: three correlated EXISTS per customer and AVG over CASE, no join at all.
WITH eligible_customers AS (
    SELECT customer_id, CAST(signup_ts AS DATE) AS d
    FROM customers
    WHERE CAST(signup_ts AS DATE) <= (SELECT as_of - 30 FROM params)
)
SELECT
    date_trunc('month', d) AS cohort_month,
    COUNT(*) AS eligible,
    AVG(CASE WHEN EXISTS (
        FROM visits v WHERE v.customer_id = e.customer_id AND v.visit_ts::DATE = d + 30
    ) THEN 1 ELSE 0 END) AS on_day_30,
    AVG(CASE WHEN EXISTS (
        FROM visits v WHERE v.customer_id = e.customer_id AND v.visit_ts::DATE > d AND v.visit_ts::DATE <= d + 30
    ) THEN 1 ELSE 0 END) AS within_30_days,
    AVG(CASE WHEN EXISTS (
        FROM visits v, params p
        WHERE v.customer_id = e.customer_id AND v.visit_ts::DATE BETWEEN d + 30 AND p.as_of
    ) THEN 1 ELSE 0 END) AS day_30_or_later
FROM eligible_customers e
GROUP BY 1
ORDER BY 1
