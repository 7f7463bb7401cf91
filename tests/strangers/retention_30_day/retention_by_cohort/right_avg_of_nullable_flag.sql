SELECT make_date(year(d), month(d), 1) AS cohort_month,
       COUNT(*) AS signups,
       COUNT(flag) AS eligible,
       COALESCE(SUM(flag), 0) AS retained,
       AVG(flag) AS retention
FROM (
    SELECT s.d,
           CASE WHEN s.d <= (SELECT as_of - 30 FROM params)
                THEN CASE WHEN (s.customer_id, s.d + 30) IN
                               (SELECT (customer_id, visit_ts::DATE)
                                FROM visits
                                WHERE customer_id IS NOT NULL AND visit_ts IS NOT NULL)
                          THEN 1 ELSE 0 END
           END AS flag
    FROM (SELECT customer_id, signup_ts::DATE AS d FROM customers WHERE signup_ts IS NOT NULL) AS s
) AS t
GROUP BY 1
ORDER BY cohort_month ASC
