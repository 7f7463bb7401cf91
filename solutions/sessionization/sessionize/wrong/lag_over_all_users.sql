-- lag(ts) OVER (ORDER BY ts) takes the previous click of anybody: while other people click,
-- nobody's silence is ever seen. Add PARTITION BY user_id, so that each user is compared with
-- themselves.
-- rule: clicks
WITH clicks AS (
    SELECT *, lag(ts) OVER (ORDER BY ts, user_id, page_url) AS previous_ts
    FROM clickstream
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
