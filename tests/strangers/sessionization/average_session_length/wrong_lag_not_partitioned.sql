-- Slip: LAG runs over (ORDER BY user_id, ts) without partition, so a user whose first click falls within 30 minutes after the previous user's last click (or before it) gets no session start of his own.
WITH o AS (
    SELECT user_id, ts, ts - LAG(ts) OVER (ORDER BY user_id, ts) AS gap
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
n AS (
    SELECT user_id, ts,
           COUNT(*) FILTER (WHERE gap IS NULL OR gap > INTERVAL 30 MINUTE) OVER (ORDER BY user_id, ts) AS sid
    FROM o
),
s AS (SELECT sid, epoch(MAX(ts)) - epoch(MIN(ts)) AS sec FROM n GROUP BY sid)
SELECT COUNT(*) AS sessions, AVG(sec) / 60 AS avg_session_minutes FROM s
