-- gaps between neighbours give sessions, minutes and bounces without numbering anything
WITH c AS (
    SELECT DISTINCT user_id, epoch_us(ts) AS t, page_url
    FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
w AS (
    SELECT user_id,
           t - LAG(t) OVER o AS before,
           LEAD(t) OVER o - t AS after
    FROM c
    WINDOW o AS (PARTITION BY user_id ORDER BY t, page_url)
),
a AS (
    SELECT user_id,
           COUNT(*) AS events,
           COUNT(*) FILTER (WHERE COALESCE(before > 1800000000, TRUE)) AS sessions,
           COUNT(*) FILTER (WHERE COALESCE(before > 1800000000, TRUE) AND COALESCE(after > 1800000000, TRUE)) AS bounces,
           COALESCE(SUM(before) FILTER (WHERE before <= 1800000000), 0) / 60000000.0 AS total_minutes
    FROM w
    GROUP BY user_id
)
SELECT user_id, sessions, events, total_minutes,
       total_minutes / sessions AS avg_session_minutes,
       bounces / sessions AS bounce_rate
FROM a
ORDER BY sessions DESC, user_id ASC
