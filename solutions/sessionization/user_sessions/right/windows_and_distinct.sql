-- Style: sessions known by their start, per-user numbers by windows over the sessions, DISTINCT
-- instead of the last GROUP BY.
WITH events AS (
    SELECT user_id, ts, page_url FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
    GROUP BY user_id, ts, page_url
),
opened AS (
    SELECT
        user_id,
        ts,
        lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts,
        CASE WHEN coalesce(ts - previous_ts > INTERVAL '00:30:00', true) THEN ts END AS opened_at
    FROM events
),
placed AS (
    SELECT user_id, ts, max(opened_at) OVER (PARTITION BY user_id ORDER BY ts) AS session_start
    FROM opened
),
sessions AS (
    SELECT
        user_id,
        session_start,
        count(*) AS n,
        date_diff('microsecond', session_start, max(ts)) / 6e7 AS minutes
    FROM placed GROUP BY user_id, session_start
),
per_user AS (
    SELECT DISTINCT
        user_id,
        count(*) OVER w AS sessions,
        sum(n) OVER w AS events,
        sum(minutes) OVER w AS total_minutes,
        avg(minutes) OVER w AS avg_session_minutes,
        avg(CASE n WHEN 1 THEN 1.0 ELSE 0.0 END) OVER w AS bounce_rate
    FROM sessions
    WINDOW w AS (PARTITION BY user_id)
)
FROM per_user ORDER BY sessions DESC, user_id
