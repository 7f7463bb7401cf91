-- Slip: after the LEFT JOIN the denominator is COUNT(*) of join rows, so a customer with several visits on day 30 is counted several times in eligible.
SELECT COUNT(*) AS eligible,
       COUNT(DISTINCT v.customer_id) AS retained,
       COUNT(DISTINCT v.customer_id) / NULLIF(COUNT(*), 0) AS retention
FROM customers c
JOIN params p ON c.signup_ts::DATE + 30 <= p.as_of
LEFT JOIN visits v
  ON v.customer_id = c.customer_id
 AND v.visit_ts::DATE = c.signup_ts::DATE + 30
