-- retained counts visits dated after as_of (customers who are not yet eligible for that day)
SELECT n AS day, (SELECT count(*) FROM customers, params WHERE signup_ts::DATE + n::INT <= as_of) AS eligible,
       (SELECT count(DISTINCT customer_id) FROM customers JOIN visits USING (customer_id) WHERE visit_ts::DATE - signup_ts::DATE = n) AS retained,
       (SELECT count(DISTINCT customer_id) FROM customers JOIN visits USING (customer_id) WHERE visit_ts::DATE - signup_ts::DATE = n) / nullif((SELECT count(*) FROM customers, params WHERE signup_ts::DATE + n::INT <= as_of), 0) AS retention
FROM range(31) r(n) ORDER BY n
