-- a click opens a session when the user has no click in the 30 minutes before it; the number = openings so far
WITH moments AS (
    SELECT DISTINCT user_id, ts FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
openings AS (
    SELECT a.user_id, a.ts
    FROM moments a
    WHERE NOT EXISTS (
        SELECT 1 FROM moments b
        WHERE b.user_id = a.user_id AND b.ts < a.ts AND b.ts >= a.ts - INTERVAL 30 MINUTE
    )
),
numbered AS (
    SELECT m.user_id, m.ts, COUNT(o.ts) AS session_number
    FROM moments m
    JOIN openings o ON o.user_id = m.user_id AND o.ts <= m.ts
    GROUP BY m.user_id, m.ts
)
SELECT c.user_id, n.session_number, c.ts, c.page_url
FROM clickstream c
JOIN numbered n ON n.user_id = c.user_id AND n.ts = c.ts
ORDER BY c.user_id, c.ts, c.page_url
