-- Style: duplicates removed by QUALIFY, ordered aggregates for both ends, all in one GROUP BY.
WITH clicks AS (
    SELECT user_id, ts, page_url
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY user_id, ts, page_url) = 1
),
flagged AS (
    SELECT *, ts <= lag(ts) OVER (PARTITION BY user_id ORDER BY ts) + INTERVAL 30 MINUTE AS goes_on
    FROM clicks
),
numbered AS (
    SELECT *, count_if(goes_on IS NOT TRUE) OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM flagged
)
SELECT
    user_id,
    session_number,
    first(ts ORDER BY ts) AS session_start,
    last(ts ORDER BY ts) AS session_end,
    date_diff('microsecond', min(ts), max(ts)) / 60000000 AS minutes,
    count(*) AS events,
    count(DISTINCT page_url) AS pages,
    first(page_url ORDER BY ts, page_url) AS entry_page,
    last(page_url ORDER BY ts, page_url) AS exit_page
FROM numbered
GROUP BY ALL
ORDER BY ALL
