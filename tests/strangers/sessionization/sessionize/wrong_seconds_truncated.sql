-- Slip: the gap is compared in whole seconds (epoch seconds truncated), so 30:00.000001 does not open a new session.
WITH g AS (
    SELECT user_id, ts, page_url,
           date_sub('second', LAG(ts) OVER (PARTITION BY user_id ORDER BY ts), ts) AS gap_s
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
)
SELECT user_id,
       COUNT(*) FILTER (WHERE gap_s IS NULL OR gap_s > 1800) OVER (PARTITION BY user_id ORDER BY ts) AS session_number,
       ts, page_url
FROM g
ORDER BY user_id, ts, page_url
