-- The days are counted as elapsed periods of 24 hours, cut off towards zero. A late-evening signup and a visit the next
-- morning are one date apart, but not one such period. Cut both times to their dates first, then subtract.
-- rule: day_n
WITH customer_days AS (
    SELECT customer_id, signup_ts, as_of, as_of - signup_ts::DATE AS days_seen
    FROM customers CROSS JOIN params
    WHERE signup_ts IS NOT NULL
),
days AS (
    SELECT range AS day FROM range(31)
),
seen AS (
    SELECT day, COUNT(customer_id) AS eligible
    FROM days LEFT JOIN customer_days ON days_seen >= day
    GROUP BY day
),
came AS (
    SELECT date_sub('day', signup_ts, visit_ts) AS day, COUNT(DISTINCT customer_id) AS retained
    FROM customer_days JOIN visits USING (customer_id)
    WHERE visit_ts::DATE <= as_of
    GROUP BY 1
)
SELECT
    day,
    eligible,
    COALESCE(retained, 0) AS retained,
    COALESCE(retained, 0) / NULLIF(eligible, 0) AS retention
FROM seen LEFT JOIN came USING (day)
ORDER BY day
