WITH room AS (SELECT least(date_diff('day', signup_ts, as_of), 30) AS day, count(*) AS k FROM customers, params WHERE signup_ts < as_of + 1 GROUP BY 1),
     lag AS (SELECT visit_ts::DATE - signup_ts::DATE AS day, count(DISTINCT c.customer_id) AS k
             FROM customers c, visits v, params WHERE c.customer_id = v.customer_id AND visit_ts < as_of + INTERVAL '1 day' GROUP BY ALL)
SELECT d.day, coalesce(sum(room.k) OVER later, 0) AS eligible, coalesce(lag.k, 0) AS retained,
       coalesce(lag.k, 0)::DOUBLE / sum(room.k) OVER later AS retention
FROM (SELECT unnest(generate_series(0, 30)) AS day) d LEFT JOIN room USING (day) LEFT JOIN lag ON lag.day = d.day
WINDOW later AS (ORDER BY d.day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
ORDER BY d.day
