WITH c AS (
    SELECT DISTINCT user_id, ts FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
f AS (
    SELECT user_id, ts,
           (COALESCE(ts > LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) + INTERVAL 30 MINUTE, TRUE))::INT AS opens
    FROM c
),
n AS (
    SELECT user_id, ts, SUM(opens) OVER (PARTITION BY user_id ORDER BY ts) AS k FROM f
),
s AS (
    SELECT user_id, k, (epoch_us(MAX(ts)) - epoch_us(MIN(ts))) / 60000000.0 AS minutes
    FROM n
    GROUP BY user_id, k
)
SELECT COUNT(*) AS sessions, AVG(minutes) AS avg_session_minutes FROM s
