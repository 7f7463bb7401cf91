WITH per AS (
  SELECT c.customer_id,
         CAST(c.signup_ts AS DATE) + 30 <= (SELECT as_of FROM params) AS old_enough,
         EXISTS (SELECT 1 FROM visits v
                 WHERE v.customer_id = c.customer_id
                   AND CAST(v.visit_ts AS DATE) = CAST(c.signup_ts AS DATE) + 30) AS came
  FROM customers c
  WHERE c.signup_ts IS NOT NULL)
SELECT count(*) FILTER (WHERE old_enough) AS eligible,
       count(*) FILTER (WHERE old_enough AND came) AS retained,
       count(*) FILTER (WHERE old_enough AND came) / NULLIF(count(*) FILTER (WHERE old_enough), 0) AS retention
FROM per;
