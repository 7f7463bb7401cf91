-- A date with events of any kind has its row here, and a date without any event has none. When
-- the whole pipeline was silent the answer is 0 too; let the calendar run through every date.
-- rule: calendar
SELECT
    event_time::DATE AS day,
    COUNT(DISTINCT user_id) FILTER (
        WHERE event_name NOT IN ('push_received', 'background_sync')
    ) AS dau
FROM events
GROUP BY 1
