-- average over join rows
SELECT date_trunc('month', signup_ts) AS cohort_month, count(DISTINCT c.customer_id) AS eligible,
       avg(coalesce(visit_ts::DATE - signup_ts::DATE = 30, false)::INT) AS on_day_30,
       avg(coalesce(visit_ts::DATE - signup_ts::DATE BETWEEN 1 AND 30, false)::INT) AS within_30_days,
       avg(coalesce(visit_ts::DATE - signup_ts::DATE >= 30, false)::INT) AS day_30_or_later
FROM params p JOIN customers c ON signup_ts::DATE + 30 <= as_of LEFT JOIN visits v ON v.customer_id = c.customer_id AND visit_ts::DATE <= as_of
GROUP BY 1 ORDER BY 1
