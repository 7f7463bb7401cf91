-- Every number is one too small: a user's first click has no previous one, its gap is NULL, and
-- NULL > 30 minutes is not true, so it is never flagged. Flag it as well: WHEN previous_ts IS NULL
-- OR ... THEN 1.
-- rule: numbers
WITH clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
flagged AS (
    SELECT
        *,
        CASE WHEN ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END AS is_new
    FROM clicks
)
SELECT user_id, sum(is_new) OVER (PARTITION BY user_id ORDER BY ts) AS session_number, ts, page_url
FROM flagged
ORDER BY user_id, ts, page_url
