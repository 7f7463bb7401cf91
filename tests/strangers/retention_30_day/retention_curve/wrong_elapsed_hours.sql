-- day 30 = elapsed 24-hour periods, `.dt.days` of a timestamp difference
SELECT n AS day, count(c.d) AS eligible,
       count(c.d) FILTER (WHERE EXISTS (FROM visits v WHERE v.customer_id = c.customer_id AND v.visit_ts >= signup_ts AND date_sub('day', c.signup_ts, v.visit_ts) = n)) AS retained,
       retained / nullif(eligible, 0) AS retention
FROM range(31) r(n) CROSS JOIN params LEFT JOIN (SELECT *, signup_ts::DATE AS d FROM customers) c ON c.d + n::INT <= as_of
GROUP BY n ORDER BY n
