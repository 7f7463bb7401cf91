-- integer division `//`
SELECT date_trunc('month', signup_ts) AS cohort_month, count(*) AS signups, count(*) FILTER (WHERE signup_ts::DATE + 30 <= as_of) AS eligible,
       count(*) FILTER (WHERE signup_ts::DATE + 30 <= as_of AND EXISTS (FROM visits v WHERE v.customer_id = c.customer_id AND v.visit_ts::DATE = signup_ts::DATE + 30)) AS retained,
       retained // nullif(eligible, 0) AS retention
FROM customers c, params WHERE signup_ts IS NOT NULL GROUP BY 1 ORDER BY 1
