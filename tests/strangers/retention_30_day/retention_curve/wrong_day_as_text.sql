-- day is text, so it also sorts 0, 1, 10, 11, ...
SELECT n::VARCHAR AS day, count(c.d) AS eligible,
       count(c.d) FILTER (WHERE EXISTS (FROM visits v WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = c.d + n::INT)) AS retained,
       retained / nullif(eligible, 0) AS retention
FROM range(31) r(n) CROSS JOIN params LEFT JOIN (SELECT customer_id, signup_ts::DATE AS d FROM customers) c ON c.d + n::INT <= as_of
GROUP BY n ORDER BY day
