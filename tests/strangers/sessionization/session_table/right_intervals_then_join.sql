WITH c AS (
    SELECT user_id, ts, page_url FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
    GROUP BY ALL
),
m AS (SELECT DISTINCT user_id, ts FROM c),
edges AS (
    SELECT user_id, ts,
           COALESCE(ts - LAG(ts) OVER w > INTERVAL 30 MINUTE, TRUE) AS is_first,
           COALESCE(LEAD(ts) OVER w - ts > INTERVAL 30 MINUTE, TRUE) AS is_last
    FROM m
    WINDOW w AS (PARTITION BY user_id ORDER BY ts)
),
starts AS (
    SELECT user_id, ts AS session_start, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM edges WHERE is_first
),
ends AS (
    SELECT user_id, ts AS session_end, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY ts) AS session_number
    FROM edges WHERE is_last
),
s AS (SELECT * FROM starts JOIN ends USING (user_id, session_number))
SELECT s.user_id, s.session_number, s.session_start, s.session_end,
       (epoch_us(s.session_end) - epoch_us(s.session_start)) / 6e7 AS minutes,
       COUNT(*) AS events,
       COUNT(DISTINCT c.page_url) AS pages,
       MIN(c.page_url) FILTER (WHERE c.ts = s.session_start) AS entry_page,
       MAX(c.page_url) FILTER (WHERE c.ts = s.session_end) AS exit_page
FROM s
JOIN c ON c.user_id = s.user_id AND c.ts BETWEEN s.session_start AND s.session_end
GROUP BY s.user_id, s.session_number, s.session_start, s.session_end
ORDER BY s.user_id, s.session_number
