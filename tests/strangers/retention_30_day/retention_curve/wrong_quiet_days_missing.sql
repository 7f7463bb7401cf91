-- days nobody came missing
WITH l AS (SELECT visit_ts::DATE - signup_ts::DATE AS day, count(DISTINCT customer_id) AS retained FROM customers JOIN visits USING (customer_id), params WHERE visit_ts::DATE <= as_of GROUP BY 1)
SELECT day, count(*) AS eligible, any_value(retained) AS retained, any_value(retained) / count(*) AS retention
FROM l, customers, params WHERE day BETWEEN 0 AND 30 AND signup_ts::DATE + day::INT <= as_of GROUP BY day ORDER BY day
