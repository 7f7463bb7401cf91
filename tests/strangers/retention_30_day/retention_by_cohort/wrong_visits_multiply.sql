-- counts visits, not customers, after the join
SELECT date_trunc('month', signup_ts)::DATE AS cohort_month, count(DISTINCT c.customer_id) AS signups, count(DISTINCT CASE WHEN signup_ts::DATE + 30 <= as_of THEN c.customer_id END) AS eligible,
       count(v.customer_id) FILTER (WHERE signup_ts::DATE + 30 <= as_of) AS retained,
       retained / nullif(eligible, 0) AS retention
FROM params, customers c LEFT JOIN visits v ON v.customer_id = c.customer_id AND v.visit_ts::DATE - c.signup_ts::DATE = 30 WHERE signup_ts IS NOT NULL GROUP BY 1 ORDER BY 1
