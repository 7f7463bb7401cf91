-- All counts are counts of rows after the join, and the join repeats a customer once for every visit on day 30:
-- even signups is too large. Count distinct customers, or group only after each customer is one row.
-- rule: once
SELECT
    date_trunc('month', c.signup_ts)::DATE AS cohort_month,
    COUNT(*) AS signups,
    COUNT(*) FILTER (WHERE c.signup_ts::DATE + 30 <= p.as_of) AS eligible,
    COUNT(v.customer_id) FILTER (WHERE c.signup_ts::DATE + 30 <= p.as_of) AS retained,
    COUNT(v.customer_id) FILTER (WHERE c.signup_ts::DATE + 30 <= p.as_of)
        / NULLIF(COUNT(*) FILTER (WHERE c.signup_ts::DATE + 30 <= p.as_of), 0) AS retention
FROM customers c
CROSS JOIN params p
LEFT JOIN visits v
    ON v.customer_id = c.customer_id
   AND v.visit_ts::DATE = c.signup_ts::DATE + 30
WHERE c.signup_ts IS NOT NULL
GROUP BY 1
ORDER BY 1
