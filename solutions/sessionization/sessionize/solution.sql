WITH clicks AS (
    SELECT
        user_id,
        ts,
        page_url,
        lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
flagged AS (
    SELECT
        *,
        -- 1 opens a session: the user's first click, or one after more than 30 minutes of silence
        CASE WHEN previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END AS opens
    FROM clicks
)
SELECT
    user_id,
    -- the default frame takes clicks of the same instant together, so they share their session
    sum(opens) OVER (PARTITION BY user_id ORDER BY ts) AS session_number,
    ts,
    page_url
FROM flagged
ORDER BY user_id, ts, page_url
