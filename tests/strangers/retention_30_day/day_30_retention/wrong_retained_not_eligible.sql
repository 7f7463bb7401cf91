-- the numerator also counts customers who are not yet eligible (day 30 after as_of)
WITH a AS (SELECT count(*) AS n FROM customers, params WHERE signup_ts::DATE + 30 <= as_of),
     b AS (SELECT count(DISTINCT customer_id) AS n FROM customers JOIN visits USING (customer_id) WHERE visit_ts::DATE - signup_ts::DATE = 30)
SELECT a.n AS eligible, b.n AS retained, b.n / nullif(a.n, 0) AS retention FROM a, b
