-- Style: no running sum. Starts by NOT EXISTS; a session reaches to the next start; DISTINCT ON for
-- both ends.
WITH events AS (
    SELECT DISTINCT user_id, ts, page_url FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
starts AS (
    SELECT user_id, ts,
           row_number() OVER (PARTITION BY user_id ORDER BY ts) AS session_number,
           lead(ts) OVER (PARTITION BY user_id ORDER BY ts) AS next_start
    FROM (SELECT DISTINCT user_id, ts FROM events) AS t
    WHERE NOT EXISTS (
        FROM events e
        WHERE e.user_id = t.user_id AND e.ts < t.ts AND e.ts + INTERVAL 30 MINUTE >= t.ts
    )
),
members AS (
    SELECT s.user_id, s.session_number, s.ts AS session_start, e.ts, e.page_url
    FROM starts s
    JOIN events e ON e.user_id = s.user_id AND e.ts >= s.ts AND (e.ts < s.next_start OR s.next_start IS NULL)
),
entries AS (
    SELECT DISTINCT ON (user_id, session_number) user_id, session_number, page_url AS entry_page
    FROM members ORDER BY user_id, session_number, ts, page_url
),
exits AS (
    SELECT DISTINCT ON (user_id, session_number) user_id, session_number, page_url AS exit_page
    FROM members ORDER BY user_id, session_number, ts DESC, page_url DESC
)
SELECT
    user_id, session_number, session_start,
    max(ts) AS session_end,
    extract('epoch' FROM max(ts) - session_start) / 60.0 AS minutes,
    count(*) AS events,
    len(list_distinct(list(page_url))) AS pages,
    entry_page, exit_page
FROM members JOIN entries USING (user_id, session_number) JOIN exits USING (user_id, session_number)
GROUP BY user_id, session_number, session_start, entry_page, exit_page
ORDER BY user_id, session_number
