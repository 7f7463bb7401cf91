-- Slip: sessions of length 0 are set to NULL with NULLIF before AVG, so one-click sessions do not pull the average down.
WITH g AS (
    SELECT user_id, ts,
           ts - LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) > INTERVAL 30 MINUTE AS idle
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
n AS (
    SELECT user_id, ts, SUM(COALESCE(idle, TRUE)::INT) OVER (PARTITION BY user_id ORDER BY ts) AS k FROM g
),
s AS (
    SELECT date_diff('microsecond', MIN(ts), MAX(ts)) / 6e7 AS m FROM n GROUP BY user_id, k
)
SELECT COUNT(*) AS sessions, AVG(NULLIF(m, 0)) AS avg_session_minutes FROM s
