WITH base AS (
  SELECT c.customer_id, make_date(year(signup_ts), month(signup_ts), 1) AS m,
         CASE WHEN datediff('day', signup_ts, as_of) >= 30 THEN 1.0::DOUBLE END AS e,
         bool_or(datediff('day', signup_ts, visit_ts) = 30) AS hit
  FROM params, customers c LEFT JOIN visits v ON v.customer_id = c.customer_id
  WHERE signup_ts IS NOT NULL GROUP BY ALL)
SELECT m AS COHORT_MONTH, sum(1) OVER w AS signups, coalesce(sum(e) OVER w, 0) AS eligible,
       coalesce(sum(e) FILTER (WHERE hit) OVER w, 0) AS retained,
       avg(CASE WHEN e = 1 THEN CASE WHEN hit THEN 1 ELSE 0 END END) OVER w AS retention
FROM base WINDOW w AS (PARTITION BY m)
QUALIFY row_number() OVER (PARTITION BY m ORDER BY customer_id) = 1
ORDER BY m;
