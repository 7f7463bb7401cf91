-- The calendar first: an event of any kind shows that the pipeline was alive on a day.
WITH days AS (
    SELECT
        unnest(generate_series(
            MIN(event_time)::DATE, MAX(event_time)::DATE, INTERVAL 1 DAY
        ))::DATE AS day
    FROM events
),

active AS (
    SELECT
        event_time::DATE AS day,
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
