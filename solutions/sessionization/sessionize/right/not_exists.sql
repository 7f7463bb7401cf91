-- Style: no window functions. A start is a time without a click in the 30 minutes before it;
-- the session number is the number of starts so far.
WITH clicks AS (
    SELECT user_id, ts, page_url FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
starts AS (
    SELECT DISTINCT user_id, ts
    FROM clicks AS click
    WHERE NOT EXISTS (
        SELECT 1
        FROM clicks AS earlier
        WHERE earlier.user_id = click.user_id
          AND earlier.ts < click.ts
          AND earlier.ts >= click.ts - INTERVAL 30 MINUTE
    )
)
SELECT
    user_id,
    (
        SELECT count(*)
        FROM starts
        WHERE starts.user_id = clicks.user_id AND starts.ts <= clicks.ts
    ) AS session_number,
    ts,
    page_url
FROM clicks
ORDER BY ALL
