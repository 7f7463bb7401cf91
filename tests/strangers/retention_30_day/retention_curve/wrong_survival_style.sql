-- unbounded instead of exact
SELECT n AS day, count(c.d) AS eligible,
       count(c.d) FILTER (WHERE EXISTS (FROM visits v WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE BETWEEN c.d + n::INT AND as_of)) AS retained,
       retained / nullif(eligible, 0) AS retention
FROM range(31) r(n) CROSS JOIN params LEFT JOIN (SELECT customer_id, signup_ts::DATE AS d FROM customers) c ON c.d + n::INT <= as_of
GROUP BY n, as_of ORDER BY n
