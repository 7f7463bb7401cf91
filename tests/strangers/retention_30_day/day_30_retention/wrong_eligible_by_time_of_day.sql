-- Slip: eligibility compares signup_ts + 30 days (with its time of day) to as_of's midnight, so customers whose day 30 is as_of itself are lost unless they signed up at 00:00:00.
WITH eligible_customers AS (
    SELECT c.customer_id, c.signup_ts::DATE AS d
    FROM customers c, params p
    WHERE c.signup_ts + INTERVAL 30 DAY <= p.as_of
),
hits AS (
    SELECT DISTINCT e.customer_id
    FROM eligible_customers e
    JOIN visits v
      ON v.customer_id = e.customer_id
     AND v.visit_ts::DATE = e.d + 30
)
SELECT (SELECT COUNT(*) FROM eligible_customers) AS eligible,
       (SELECT COUNT(*) FROM hits) AS retained,
       (SELECT COUNT(*) FROM hits) / NULLIF((SELECT COUNT(*) FROM eligible_customers), 0) AS retention
