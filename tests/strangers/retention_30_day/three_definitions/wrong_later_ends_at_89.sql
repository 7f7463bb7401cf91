-- day_30_or_later ends at day 89 instead of never
WITH e AS (SELECT customer_id, signup_ts::DATE AS d, as_of FROM customers, params WHERE signup_ts::DATE + 30 <= as_of),
     v AS (SELECT DISTINCT customer_id, visit_ts::DATE AS t FROM visits, params WHERE visit_ts::DATE <= as_of)
SELECT date_trunc('month', d) AS cohort_month, count(*) AS eligible,
       avg(EXISTS (FROM v WHERE v.customer_id = e.customer_id AND t - d = 30)::INT) AS on_day_30,
       avg(EXISTS (FROM v WHERE v.customer_id = e.customer_id AND t - d >= 1 AND t - d <= 30)::INT) AS within_30_days,
       avg(EXISTS (FROM v WHERE v.customer_id = e.customer_id AND t - d BETWEEN 30 AND 89)::INT) AS day_30_or_later
FROM e GROUP BY 1 ORDER BY 1
