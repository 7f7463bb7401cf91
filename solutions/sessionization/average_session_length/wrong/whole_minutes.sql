-- The lengths are whole minutes: date_diff('minute', ...) counts the minute marks between two
-- times, so 90 seconds become 1 or 2. Lengths are unrounded: epoch(max(ts) - min(ts)) / 60.
-- rule: length
WITH clicks AS (
    SELECT user_id, ts, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
numbered AS (
    SELECT
        user_id,
        ts,
        sum(CASE WHEN previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM clicks
),
lengths AS (
    SELECT user_id, date_diff('minute', min(ts), max(ts)) AS minutes
    FROM numbered
    GROUP BY user_id, session_number
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
