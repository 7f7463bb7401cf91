-- Nothing here asks whether day 30 is over by as_of. Customers younger than 30 days cannot have a day 30
-- yet: as the denominator they only pull the rate down. Keep those whose signup date + 30 is on or before as_of.
-- rule: eligible
SELECT
    COUNT(DISTINCT c.customer_id) AS eligible,
    COUNT(DISTINCT v.customer_id) AS retained,
    COUNT(DISTINCT v.customer_id) / NULLIF(COUNT(DISTINCT c.customer_id), 0) AS retention
FROM customers c
LEFT JOIN visits v
    ON v.customer_id = c.customer_id
   AND v.visit_ts::DATE = c.signup_ts::DATE + 30
WHERE c.signup_ts IS NOT NULL
