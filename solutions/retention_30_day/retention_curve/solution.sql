WITH signups AS (
    SELECT
        customer_id,
        signup_ts::DATE AS signup_date,
        date_diff('day', signup_ts::DATE, as_of) AS days_seen -- days 0 .. days_seen are over by as_of
    FROM customers, params
),

days AS (
    SELECT unnest(range(31)) AS day
),

-- Every day has its own denominator: the customers old enough for it.
eligible_by_day AS (
    SELECT
        day,
        COUNT(customer_id) AS eligible
    FROM days
    LEFT JOIN signups ON days_seen >= day
    GROUP BY day
),

retained_by_day AS (
    SELECT
        visit_ts::DATE - signup_date AS day,
        COUNT(DISTINCT customer_id) AS retained
    FROM signups
    JOIN visits USING (customer_id)
    WHERE visit_ts::DATE - signup_date <= days_seen
    GROUP BY 1
)

-- LEFT JOIN from the days: a day on which nobody came is a 0, not a gap.
SELECT
    day,
    eligible,
    COALESCE(retained, 0) AS retained,
    COALESCE(retained, 0) / NULLIF(eligible, 0) AS retention
FROM eligible_by_day
LEFT JOIN retained_by_day USING (day)
ORDER BY day
