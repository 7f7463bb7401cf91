-- Style: one LEFT JOIN, counts of distinct customers, date_diff and an interval.
SELECT
    COUNT(DISTINCT c.customer_id) AS eligible,
    COUNT(DISTINCT v.customer_id) AS retained,
    COUNT(DISTINCT v.customer_id)::DOUBLE / NULLIF(COUNT(DISTINCT c.customer_id), 0) AS retention
FROM customers AS c
JOIN params AS p ON CAST(c.signup_ts AS DATE) <= p.as_of - INTERVAL 30 DAY
LEFT JOIN visits AS v
    ON v.customer_id = c.customer_id
   AND date_diff('day', CAST(c.signup_ts AS DATE), CAST(v.visit_ts AS DATE)) = 30
