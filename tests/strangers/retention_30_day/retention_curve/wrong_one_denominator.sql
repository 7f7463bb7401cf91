-- one denominator for all days
WITH n AS (SELECT count(signup_ts) AS all_of_them FROM customers, params WHERE signup_ts::DATE <= as_of)
SELECT day, all_of_them AS eligible,
       (SELECT count(DISTINCT customer_id) FROM customers JOIN visits USING (customer_id), params WHERE visit_ts::DATE - signup_ts::DATE = day AND visit_ts::DATE <= as_of) AS retained,
       (SELECT count(DISTINCT customer_id) FROM customers JOIN visits USING (customer_id), params WHERE visit_ts::DATE - signup_ts::DATE = day AND visit_ts::DATE <= as_of) / nullif(all_of_them, 0) AS retention
FROM range(0, 31) r(day), n ORDER BY day
