-- Slip: exact duplicate rows are counted, so a page logged twice is two events and no bounce.
WITH f AS (
    SELECT user_id, ts,
           COALESCE(ts - LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) > INTERVAL 30 MINUTE, TRUE) AS opens
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
n AS (SELECT user_id, ts, SUM(opens::INT) OVER (PARTITION BY user_id ORDER BY ts) AS k FROM f),
s AS (
    SELECT user_id, k, COUNT(*) AS e, date_diff('microsecond', MIN(ts), MAX(ts)) / 60e6 AS m
    FROM n GROUP BY ALL
)
SELECT user_id, COUNT(*) AS sessions, SUM(e) AS events, SUM(m) AS total_minutes,
       AVG(m) AS avg_session_minutes, AVG((e = 1)::INT) AS bounce_rate
FROM s
GROUP BY user_id
ORDER BY sessions DESC, user_id
