-- style: a recursive calendar, and one correlated subquery for each date
WITH RECURSIVE dates(day, last_day) AS (
    SELECT MIN(event_time)::DATE, MAX(event_time)::DATE FROM events HAVING COUNT(*) > 0
    UNION ALL
    SELECT day + 1, last_day FROM dates WHERE day < last_day
)

SELECT
    day,
    (
        SELECT COUNT(*) FROM (
            SELECT user_id FROM events
            WHERE event_time >= day AND event_time < day + 1
              AND event_name <> 'push_received' AND event_name <> 'background_sync'
              AND user_id IS NOT NULL
            GROUP BY user_id
        )
    ) AS dau
FROM dates
