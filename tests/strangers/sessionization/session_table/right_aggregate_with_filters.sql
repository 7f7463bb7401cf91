WITH c AS (
    SELECT DISTINCT user_id, ts, page_url
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
f AS (
    SELECT *, ts - LAG(ts) OVER (PARTITION BY user_id ORDER BY ts, page_url) AS gap FROM c
),
n AS (
    SELECT user_id, ts, page_url,
           SUM(CASE WHEN gap IS NULL OR gap > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
               OVER (PARTITION BY user_id ORDER BY ts, page_url) AS session_number
    FROM f
)
SELECT user_id, session_number,
       MIN(ts) AS session_start,
       MAX(ts) AS session_end,
       date_diff('microsecond', MIN(ts), MAX(ts)) / 60000000.0 AS minutes,
       COUNT(*) AS events,
       COUNT(DISTINCT page_url) AS pages,
       first(page_url ORDER BY ts, page_url) AS entry_page,
       first(page_url ORDER BY ts DESC, page_url DESC) AS exit_page
FROM n
GROUP BY user_id, session_number
ORDER BY user_id, session_number
