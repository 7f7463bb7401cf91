-- `< as_of` instead of `<=`
WITH e AS (SELECT customer_id, signup_ts::DATE + 30 AS t FROM customers WHERE signup_ts::DATE + 30 < (SELECT as_of FROM params))
SELECT count(*) AS eligible, count(*) FILTER (WHERE (customer_id, t) IN (SELECT (customer_id, visit_ts::DATE) FROM visits WHERE customer_id IS NOT NULL AND visit_ts IS NOT NULL)) AS retained,
       retained / NULLIF(eligible, 0) AS retention FROM e
