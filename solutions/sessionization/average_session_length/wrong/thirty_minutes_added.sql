-- Every session is 30 minutes too long: the timeout is added, as if everyone read the last page
-- for half an hour. Length is last click minus first click, and nothing is added.
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
    SELECT user_id, epoch(max(ts) - min(ts) + INTERVAL 30 MINUTE) / 60 AS minutes
    FROM numbered
    GROUP BY user_id, session_number
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
