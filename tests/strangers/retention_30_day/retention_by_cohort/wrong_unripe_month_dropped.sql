-- whole month dropped until complete
SELECT date_trunc('month', signup_ts) AS cohort_month, count(*) AS signups, count(*) AS eligible,
       count(*) FILTER (WHERE EXISTS (FROM visits v WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = signup_ts::DATE + 30)) AS retained,
       retained / nullif(eligible, 0) AS retention
FROM customers c, params WHERE signup_ts IS NOT NULL AND last_day(signup_ts) + 30 <= as_of GROUP BY 1 ORDER BY 1
