-- This is the mean of the users' means: every user weighs the same, a visitor of one day as much
-- as a daily one. Every session weighs the same: take avg(minutes) over the sessions, without
-- grouping by user first.
-- rule: weight
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
),
per_user AS (
    SELECT user_id, count(*) AS sessions, avg(minutes) AS user_minutes
    FROM lengths
    GROUP BY user_id
)
SELECT coalesce(sum(sessions), 0) AS sessions, avg(user_minutes) AS avg_session_minutes
FROM per_user
