-- A push received is not a visit, and neither is a background sync: the phone did something, and
-- its owner may have been asleep. Leave both out before you count users.
-- rule: active
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
    GROUP BY day
)

SELECT
    day,
    COALESCE(dau, 0) AS dau
FROM days
LEFT JOIN active USING (day)
ORDER BY day
