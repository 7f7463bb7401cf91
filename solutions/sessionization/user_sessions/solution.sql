WITH events AS (
    SELECT DISTINCT user_id, ts, page_url
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
flagged AS (
    SELECT
        *,
        ts - lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS gap
    FROM events
),
numbered AS (
    SELECT
        *,
        sum(CASE WHEN gap IS NULL OR gap > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM flagged
),
sessions AS (
    SELECT
        user_id,
        count(*) AS events,
        epoch(max(ts) - min(ts)) / 60 AS minutes
    FROM numbered
    GROUP BY user_id, session_number
)
SELECT
    user_id,
    count(*) AS sessions,
    sum(events) AS events,
    sum(minutes) AS total_minutes,
    avg(minutes) AS avg_session_minutes,
    avg((events = 1)::INT) AS bounce_rate  -- the mean of 0s and 1s is a share
FROM sessions
GROUP BY user_id
ORDER BY sessions DESC, user_id
