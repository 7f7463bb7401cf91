-- Exact duplicate rows are removed, but this answer lists every click that has a user and a time.
-- Leave out DISTINCT (or drop_duplicates()): duplicates count once only where events are counted.
-- rule: duplicates
WITH clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM (SELECT DISTINCT user_id, ts, page_url FROM clickstream)
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
flagged AS (
    SELECT
        *,
        CASE WHEN previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END AS is_new
    FROM clicks
)
SELECT user_id, sum(is_new) OVER (PARTITION BY user_id ORDER BY ts) AS session_number, ts, page_url
FROM flagged
ORDER BY user_id, ts, page_url
