-- Style: a RANGE frame that looks back 30 minutes instead of lag; sessions ranked by their start.
WITH starts AS (
    SELECT
        user_id, ts, page_url,
        CASE WHEN count(*) OVER looking_back = 0 THEN ts END AS start_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
    WINDOW looking_back AS (
        PARTITION BY user_id ORDER BY ts
        RANGE BETWEEN INTERVAL '30 minutes' PRECEDING AND INTERVAL '1 microsecond' PRECEDING
    )
),
placed AS (
    SELECT user_id, ts, page_url, max(start_ts) OVER (PARTITION BY user_id ORDER BY ts) AS session_start
    FROM starts
)
SELECT
    user_id,
    dense_rank() OVER (PARTITION BY user_id ORDER BY session_start) AS session_number,
    ts,
    page_url
FROM placed
ORDER BY user_id, ts, page_url
