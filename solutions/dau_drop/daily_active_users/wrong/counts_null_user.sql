-- A NULL user id is a logging fault, not one more active customer. Here all the events without an
-- id make one user together; COUNT(DISTINCT user_id) leaves them out by itself.
-- rule: orphan
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
        COUNT(DISTINCT COALESCE(user_id, '(nobody)')) AS dau
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
