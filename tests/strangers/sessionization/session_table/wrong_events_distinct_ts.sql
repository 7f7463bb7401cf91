-- Slip: events counts distinct timestamps, so two different pages at the same moment count as one event.
WITH f AS (
    SELECT user_id, ts, page_url,
           ts - LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) AS gap
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
n AS (
    SELECT user_id, ts, page_url,
           SUM(IF(gap <= INTERVAL 30 MINUTE, 0, 1)) OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM f
)
SELECT user_id, session_number,
       MIN(ts) AS session_start, MAX(ts) AS session_end,
       (epoch_us(MAX(ts)) - epoch_us(MIN(ts))) / 60e6 AS minutes,
       COUNT(DISTINCT ts) AS events,
       COUNT(DISTINCT page_url) AS pages,
       MIN_BY(page_url, (ts, page_url)) AS entry_page,
       MAX_BY(page_url, (ts, page_url)) AS exit_page
FROM n
GROUP BY user_id, session_number
ORDER BY user_id, session_number
