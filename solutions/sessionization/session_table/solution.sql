WITH events AS (
    SELECT DISTINCT user_id, ts, page_url
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
flagged AS (
    SELECT
        *,
        ts - lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS gap
    FROM events
),
numbered AS (
    SELECT
        *,
        sum(CASE WHEN gap IS NULL OR gap > INTERVAL 30 MINUTE THEN 1 ELSE 0 END)
            OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM flagged
),
bounded AS (
    SELECT
        *,
        min(ts) OVER (PARTITION BY user_id, session_number) AS session_start,
        max(ts) OVER (PARTITION BY user_id, session_number) AS session_end
    FROM numbered
)
SELECT
    user_id,
    session_number,
    session_start,
    session_end,
    epoch(session_end - session_start) / 60 AS minutes,
    count(*) AS events,
    count(DISTINCT page_url) AS pages,
    -- several pages at the first or at the last instant: the rule says which one
    min(page_url) FILTER (WHERE ts = session_start) AS entry_page,
    max(page_url) FILTER (WHERE ts = session_end) AS exit_page
FROM bounded
GROUP BY user_id, session_number, session_start, session_end
ORDER BY user_id, session_number
