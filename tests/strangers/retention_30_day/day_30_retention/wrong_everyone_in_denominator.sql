-- every signup is in the denominator
SELECT count(DISTINCT c.customer_id) AS eligible,
       count(DISTINCT v.customer_id) AS retained,
       retained / NULLIF(eligible, 0) AS retention
FROM customers c
LEFT JOIN visits v ON v.customer_id = c.customer_id AND v.visit_ts::DATE = c.signup_ts::DATE + 30
     AND v.visit_ts::DATE <= (FROM params SELECT as_of)
WHERE c.signup_ts IS NOT NULL
