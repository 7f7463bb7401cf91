-- Clicks are put into half hours of the clock (10:00, 10:30, ...), so 10:29 and 10:31 are torn
-- apart. Inactivity is counted since the previous click: look at the gap between neighbouring
-- clicks.
-- rule: inactivity
SELECT
    user_id,
    dense_rank() OVER (PARTITION BY user_id ORDER BY time_bucket(INTERVAL 30 MINUTE, ts)) AS session_number,
    ts,
    page_url
FROM clickstream
WHERE user_id IS NOT NULL AND ts IS NOT NULL
ORDER BY user_id, ts, page_url
