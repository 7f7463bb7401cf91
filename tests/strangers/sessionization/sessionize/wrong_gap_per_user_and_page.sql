-- Slip: LAG is partitioned by user and page, so the gap is taken to the previous click on the same page instead of the previous click.
WITH g AS (
    SELECT user_id, ts, page_url,
           LAG(ts) OVER (PARTITION BY user_id, page_url ORDER BY ts) AS prev_ts,
           ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY ts, page_url) AS rn
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
)
SELECT user_id,
       SUM(CASE WHEN rn = 1 OR ts - prev_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
           OVER (PARTITION BY user_id ORDER BY ts) AS session_number,
       ts, page_url
FROM g
ORDER BY user_id, ts, page_url
