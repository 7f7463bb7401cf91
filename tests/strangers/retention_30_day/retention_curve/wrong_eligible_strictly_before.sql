-- Slip: a customer is eligible for day n only when d + n < as_of (strict), so the denominator misses everyone whose day n is as_of itself.
WITH days AS (SELECT range AS day FROM range(31)),
c AS (SELECT customer_id, signup_ts::DATE AS d FROM customers WHERE signup_ts IS NOT NULL)
SELECT days.day,
       COUNT(*) FILTER (WHERE c.d + days.day::INT < p.as_of) AS eligible,
       COUNT(*) FILTER (WHERE c.d + days.day::INT < p.as_of AND h.customer_id IS NOT NULL) AS retained,
       COUNT(*) FILTER (WHERE c.d + days.day::INT < p.as_of AND h.customer_id IS NOT NULL)
         / NULLIF(COUNT(*) FILTER (WHERE c.d + days.day::INT < p.as_of), 0) AS retention
FROM days
CROSS JOIN params p
LEFT JOIN c ON TRUE
LEFT JOIN (SELECT DISTINCT customer_id, visit_ts::DATE AS vd FROM visits) h
       ON h.customer_id = c.customer_id AND h.vd = c.d + days.day::INT
GROUP BY days.day
ORDER BY days.day
