-- INSERT inside WITH
WITH x AS (INSERT INTO visits SELECT customer_id, signup_ts FROM customers RETURNING *)
SELECT date_trunc('month', signup_ts) AS cohort_month, count(*) AS eligible, 1.0 AS on_day_30, 1.0 AS within_30_days, 1.0 AS day_30_or_later
FROM customers GROUP BY 1 ORDER BY 1
