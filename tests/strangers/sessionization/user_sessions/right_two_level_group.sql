WITH c AS (
    SELECT DISTINCT user_id, ts, page_url FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
f AS (
    SELECT user_id, ts,
           CASE WHEN ts - LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) <= INTERVAL 30 MINUTE THEN 0 ELSE 1 END AS opens
    FROM c
),
n AS (SELECT user_id, ts, SUM(opens) OVER (PARTITION BY user_id ORDER BY ts) AS k FROM f),
s AS (
    SELECT user_id, k, COUNT(*) AS events, epoch_us(MAX(ts)) - epoch_us(MIN(ts)) AS us
    FROM n GROUP BY user_id, k
)
SELECT user_id,
       COUNT(*) AS sessions,
       SUM(events) AS events,
       SUM(us) / 60000000.0 AS total_minutes,
       AVG(us) / 60000000.0 AS avg_session_minutes,
       COUNT(*) FILTER (WHERE events = 1) / COUNT(*) AS bounce_rate
FROM s
GROUP BY user_id
ORDER BY sessions DESC, user_id
