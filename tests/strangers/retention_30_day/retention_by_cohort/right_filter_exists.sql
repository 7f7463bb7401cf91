SELECT date_trunc('month', c.signup_ts) AS cohort_month, count(*) AS signups,
       count(*) FILTER (WHERE old) AS eligible,
       count(*) FILTER (WHERE old AND back) AS retained,
       count(*) FILTER (WHERE old AND back) / NULLIF(count(*) FILTER (WHERE old), 0) AS retention
FROM (SELECT signup_ts, signup_ts::DATE + 30 <= (FROM params) AS old,
             EXISTS (FROM visits v WHERE v.customer_id = customers.customer_id AND v.visit_ts::DATE = signup_ts::DATE + 30) AS back
      FROM customers WHERE signup_ts IS NOT NULL) c
GROUP BY ALL ORDER BY 1
