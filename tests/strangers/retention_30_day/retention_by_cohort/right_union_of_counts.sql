WITH s AS (SELECT customer_id, signup_ts::DATE AS d, d - (day(d) - 1)::INT AS cohort_month FROM customers WHERE signup_ts IS NOT NULL),
facts AS (
  SELECT cohort_month, 1 AS a, 0 AS b, 0 AS c FROM s
  UNION ALL SELECT cohort_month, 0, 1, 0 FROM s, params WHERE as_of - d >= 30
  UNION ALL SELECT cohort_month, 0, 0, 1 FROM s, params WHERE as_of - d >= 30 AND d + 30 = ANY (SELECT CAST(visit_ts AS DATE) FROM visits v WHERE v.customer_id = s.customer_id))
SELECT sum(a) AS signups, sum(b) AS eligible, sum(c) AS retained, sum(c)::DOUBLE / sum(b) AS retention, cohort_month::VARCHAR::DATE AS cohort_month
FROM facts GROUP BY cohort_month ORDER BY cohort_month ASC
