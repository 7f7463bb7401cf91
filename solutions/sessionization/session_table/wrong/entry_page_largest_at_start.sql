-- Several pages at the first ts: here the alphabetically largest of them is the entry page; the
-- contract takes the smallest. Order by ts, page_url for the entry.
-- rule: entry
WITH events AS (
    SELECT DISTINCT user_id, ts, page_url
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM events
),
numbered AS (
    SELECT
        *,
        sum(CASE WHEN previous_ts IS NULL OR ts - previous_ts > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM clicks
)
SELECT
    user_id,
    session_number,
    min(ts) AS session_start,
    max(ts) AS session_end,
    epoch(max(ts) - min(ts)) / 60 AS minutes,
    count(*) AS events,
    count(DISTINCT page_url) AS pages,
    first(page_url ORDER BY ts, page_url DESC) AS entry_page,
    last(page_url ORDER BY ts, page_url) AS exit_page
FROM numbered
GROUP BY user_id, session_number
ORDER BY user_id, session_number
