-- today is taken from the newest visit instead of params.as_of
WITH t AS (SELECT coalesce(max(visit_ts)::DATE, (FROM params)) AS as_of FROM visits)
SELECT n AS day, count(c.d) AS eligible,
       count(c.d) FILTER (WHERE EXISTS (FROM visits v WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = c.d + n::INT)) AS retained,
       retained / nullif(eligible, 0) AS retention
FROM range(31) r(n) CROSS JOIN t LEFT JOIN (SELECT customer_id, signup_ts::DATE AS d FROM customers) c ON c.d + n::INT <= as_of
GROUP BY n ORDER BY n
