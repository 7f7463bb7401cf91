-- Days on which nobody came are missing, because the days come from the visits. Start from all 31 days,
-- range(31), and left join the counts to them: a day without a visit is a 0.
-- rule: days
WITH signups AS (
    SELECT customer_id, signup_ts::DATE AS signup_date, as_of - signup_ts::DATE AS days_seen
    FROM customers, params
),
above AS (
    SELECT visit_ts::DATE - signup_date AS day, COUNT(DISTINCT customer_id) AS retained
    FROM signups JOIN visits USING (customer_id)
    WHERE visit_ts::DATE - signup_date BETWEEN 0 AND LEAST(days_seen, 30)
    GROUP BY 1
),
below AS (
    SELECT day, COUNT(*) AS eligible
    FROM above JOIN signups ON days_seen >= day
    GROUP BY day
)
SELECT day, eligible, retained, retained / eligible AS retention
FROM above JOIN below USING (day)
ORDER BY day
