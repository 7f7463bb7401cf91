-- First the customers who can be judged at all: their day 30 is over.
WITH eligible_customers AS (
    SELECT
        customer_id,
        signup_ts::DATE + 30 AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of -- a missing signup_ts is never <=, so it drops out here
),

-- Then one yes or no per customer. EXISTS says yes once, however many visits there were.
outcomes AS (
    SELECT
        EXISTS (
            SELECT 1
            FROM visits
            WHERE visits.customer_id = eligible_customers.customer_id
              AND visits.visit_ts::DATE = eligible_customers.day_30
        ) AS came_back
    FROM eligible_customers
)

SELECT
    COUNT(*) AS eligible,
    COUNT(*) FILTER (WHERE came_back) AS retained,
    COUNT(*) FILTER (WHERE came_back) / NULLIF(COUNT(*), 0) AS retention
FROM outcomes
