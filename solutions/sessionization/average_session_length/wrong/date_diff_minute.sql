-- 30 min 30 s is more than 30 minutes, but date_diff('minute', ...) only counts the minute marks
-- the clock passes: from 10:00:00 to 10:30:30 it says 30. Compare the gap itself, ts - previous
-- ts, with INTERVAL 30 MINUTE.
-- rule: boundary
WITH clicks AS (
    SELECT user_id, ts, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
numbered AS (
    SELECT
        user_id,
        ts,
        sum(CASE WHEN previous_ts IS NULL OR date_diff('minute', previous_ts, ts) > 30 THEN 1 ELSE 0 END)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM clicks
),
lengths AS (
    SELECT user_id, epoch(max(ts) - min(ts)) / 60 AS minutes
    FROM numbered
    GROUP BY user_id, session_number
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
