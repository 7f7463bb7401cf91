WITH RECURSIVE days(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM days WHERE n < 30),
  lag AS MATERIALIZED (SELECT DISTINCT customer_id, datediff('day', signup_ts, visit_ts) AS l FROM customers JOIN visits USING (customer_id), params WHERE CAST(visit_ts AS DATE) <= as_of),
  room AS (SELECT datediff('day', signup_ts, as_of) AS l FROM customers, params),
  t AS (SELECT n, (SELECT count(*) FROM room WHERE l >= n) AS e, (SELECT count(*) FROM lag WHERE l = n) AS r FROM days)
SELECT n::DOUBLE AS DAY, e AS Eligible, r AS retained, CASE e WHEN 0 THEN NULL ELSE r * 1.0 / e END AS retention FROM t ORDER BY 1
