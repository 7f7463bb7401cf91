WITH lists AS (
  SELECT c.customer_id, c.signup_ts::DATE AS d,
         ARRAY(SELECT v.visit_ts::DATE - c.signup_ts::DATE FROM visits v WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE <= (SELECT as_of FROM params)) AS lags
  FROM customers c WHERE c.signup_ts IS NOT NULL)
SELECT make_date(year(d), month(d), 1) AS cohort_month, count(*) AS eligible,
       sum(list_contains(lags, 30)::INT) / count(*) AS on_day_30,
       sum((len(list_filter(lags, lambda x: x >= 1 AND x <= 30)) > 0)::INT)::DOUBLE / count(*) AS within_30_days,
       sum((list_max(lags) >= 30 AND list_max(lags) IS NOT NULL)::INT) / count(*) AS day_30_or_later
FROM lists WHERE d + 30 <= (SELECT as_of FROM params) GROUP BY ALL ORDER BY ALL
