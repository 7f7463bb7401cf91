-- Style: duplicates are left in and not counted; packed (ts, page) rows are compared for both ends.
WITH clicks AS (
    SELECT *, lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS previous_ts
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
numbered AS (
    SELECT
        *,
        sum(if(previous_ts >= ts - INTERVAL 30 MINUTE, 0, 1)) OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM clicks
)
SELECT
    user_id,
    session_number,
    min(ts) AS session_start,
    max(ts) AS session_end,
    (epoch_us(max(ts)) - epoch_us(min(ts))) / 6e7 AS minutes,
    count(DISTINCT {'t': ts, 'p': page_url}) AS events,
    count(DISTINCT page_url) AS pages,
    min({'t': ts, 'p': page_url}).p AS entry_page,
    max({'t': ts, 'p': page_url}).p AS exit_page
FROM numbered
GROUP BY user_id, session_number
ORDER BY user_id, session_number
