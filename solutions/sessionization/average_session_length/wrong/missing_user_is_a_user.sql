-- Rows without a user are gathered into the sessions of one unknown user, who never existed. Leave
-- them out: WHERE user_id IS NOT NULL.
-- rule: missing
WITH clicks AS (
    SELECT user_id, ts, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE ts IS NOT NULL
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
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
