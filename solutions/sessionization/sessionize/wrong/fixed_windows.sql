-- The time since the user's first click is cut into fixed 30-minute windows, whatever the user
-- does in them. Inactivity is counted since the previous click: look at the gap between
-- neighbouring clicks.
-- rule: inactivity
WITH clicks AS (
    SELECT *, min(ts) OVER (PARTITION BY user_id) AS first_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
)
SELECT user_id, floor(epoch(ts - first_ts) / 1800)::BIGINT + 1 AS session_number, ts, page_url
FROM clicks
ORDER BY user_id, ts, page_url
