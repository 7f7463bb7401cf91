-- Slip: ordered by sessions ascending (ORDER BY sessions, user_id DESC: the DESC stands on the wrong key).
WITH c AS (
    SELECT DISTINCT user_id, ts, page_url FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
n AS (
    SELECT user_id, ts,
           COUNT(*) FILTER (WHERE opens) OVER (PARTITION BY user_id ORDER BY ts) AS k
    FROM (
        SELECT user_id, ts,
               COALESCE(ts > LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) + INTERVAL 30 MINUTE, TRUE) AS opens
        FROM c
    )
),
s AS (
    SELECT user_id, k, COUNT(*) AS e, (epoch_us(MAX(ts)) - epoch_us(MIN(ts))) / 60000000.0 AS m
    FROM n GROUP BY user_id, k
)
SELECT user_id, COUNT(*) AS sessions, SUM(e) AS events, SUM(m) AS total_minutes,
       SUM(m) / COUNT(*) AS avg_session_minutes,
       COUNT(*) FILTER (WHERE e = 1) / COUNT(*) AS bounce_rate
FROM s
GROUP BY user_id
ORDER BY sessions, user_id DESC
