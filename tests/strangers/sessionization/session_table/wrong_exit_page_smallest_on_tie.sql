-- Slip: for exit_page the DESC stands only on ts, so several pages at the last ts resolve to the alphabetically smallest instead of the largest.
WITH c AS (
    SELECT DISTINCT user_id, ts, page_url FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
f AS (
    SELECT *, COALESCE(ts - LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) > INTERVAL 30 MINUTE, TRUE) AS opens FROM c
),
n AS (
    SELECT user_id, ts, page_url, COUNT(*) FILTER (WHERE opens) OVER (PARTITION BY user_id ORDER BY ts) AS session_number FROM f
)
SELECT user_id, session_number,
       MIN(ts) AS session_start, MAX(ts) AS session_end,
       EXTRACT(epoch FROM MAX(ts) - MIN(ts)) / 60 AS minutes,
       COUNT(*) AS events, COUNT(DISTINCT page_url) AS pages,
       first(page_url ORDER BY ts, page_url) AS entry_page,
       first(page_url ORDER BY ts DESC, page_url) AS exit_page
FROM n
GROUP BY user_id, session_number
ORDER BY user_id, session_number
