-- Slip: eligibility is decided per month (month start + 30 <= as_of) instead of per customer, so late signups of a partly observed month enter the denominator.
WITH base AS (
    SELECT customer_id, signup_ts::DATE AS d, date_trunc('month', signup_ts)::DATE AS m
    FROM customers
    WHERE signup_ts IS NOT NULL
),
marked AS (
    SELECT b.m,
           b.m + 30 <= p.as_of AS ok,
           EXISTS (SELECT 1 FROM visits v
                   WHERE v.customer_id = b.customer_id AND v.visit_ts::DATE = b.d + 30) AS hit
    FROM base b, params p
)
SELECT m AS cohort_month,
       COUNT(*) AS signups,
       COUNT(*) FILTER (WHERE ok) AS eligible,
       COUNT(*) FILTER (WHERE ok AND hit) AS retained,
       COUNT(*) FILTER (WHERE ok AND hit) / NULLIF(COUNT(*) FILTER (WHERE ok), 0) AS retention
FROM marked
GROUP BY m
ORDER BY m
