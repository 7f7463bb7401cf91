-- A date on which nobody was active is a zero, not a missing point. Here it has no row, and a
-- chart would draw a line straight over the worst day; build the calendar first and left join the
-- users to it.
-- rule: calendar
SELECT
    event_time::DATE AS day,
    COUNT(DISTINCT user_id) AS dau
FROM events
WHERE event_name NOT IN ('push_received', 'background_sync')
  AND user_id IS NOT NULL
GROUP BY 1
