-- The gap is counted in whole seconds, so 30 minutes and one microsecond becomes 1800 and the
-- session goes on. Times have microseconds: compare the gap itself, ts - previous ts, with
-- INTERVAL 30 MINUTE.
-- rule: boundary
WITH clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
flagged AS (
    SELECT
        *,
        CASE WHEN previous_ts IS NULL OR date_diff('second', previous_ts, ts) > 1800 THEN 1 ELSE 0 END AS is_new
    FROM clicks
)
SELECT user_id, sum(is_new) OVER (PARTITION BY user_id ORDER BY ts) AS session_number, ts, page_url
FROM flagged
ORDER BY user_id, ts, page_url
