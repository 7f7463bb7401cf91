-- two statements: creates a table, then selects from it
CREATE OR REPLACE TEMP TABLE base AS SELECT *, signup_ts::DATE + 30 <= (FROM params) AS ok FROM customers WHERE signup_ts IS NOT NULL;
SELECT date_trunc('month', signup_ts) AS cohort_month, count(*) AS signups, count(*) FILTER (WHERE ok) AS eligible,
       count(*) FILTER (WHERE ok AND EXISTS (FROM visits v WHERE v.customer_id = base.customer_id AND v.visit_ts::DATE = signup_ts::DATE + 30)) AS retained,
       retained / nullif(eligible, 0) AS retention
FROM base GROUP BY 1 ORDER BY 1
