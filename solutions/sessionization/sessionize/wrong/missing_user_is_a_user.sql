-- Rows without a user are gathered into the sessions of one unknown user, who never existed. Leave
-- them out: WHERE user_id IS NOT NULL.
-- rule: missing
WITH clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE ts IS NOT NULL
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
