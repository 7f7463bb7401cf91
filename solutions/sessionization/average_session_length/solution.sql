WITH clicks AS (
    SELECT user_id, ts, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
numbered AS (
    SELECT
        user_id,
        ts,
        count(*) FILTER (WHERE previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM clicks
),
sessions AS (
    SELECT epoch(max(ts) - min(ts)) / 60 AS minutes  -- epoch: seconds with their fraction
    FROM numbered
    GROUP BY user_id, session_number
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes  -- no session: 0 and NULL, by themselves
FROM sessions
