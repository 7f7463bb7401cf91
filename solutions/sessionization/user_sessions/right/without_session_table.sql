-- Style: straight from the gaps. Minutes are the sum of the short gaps, a bounce is a click with
-- silence on both sides.
WITH gaps AS (
    SELECT
        user_id,
        ts - lag(ts) OVER by_time AS gap,
        lead(ts) OVER by_time - ts AS next_gap
    FROM (
        SELECT DISTINCT user_id, ts, page_url
        FROM clickstream
        WHERE user_id IS NOT NULL AND ts IS NOT NULL
    )
    WINDOW by_time AS (PARTITION BY user_id ORDER BY ts, page_url)
),
marked AS (
    SELECT
        user_id,
        CASE WHEN gap <= INTERVAL 30 MINUTE THEN epoch(gap) / 60 ELSE 0 END AS minutes,
        (gap <= INTERVAL 30 MINUTE) IS NOT TRUE AS opens,
        (next_gap <= INTERVAL 30 MINUTE) IS NOT TRUE AS closes
    FROM gaps
)
SELECT
    user_id,
    count_if(opens) AS sessions,
    count(*) AS events,
    sum(minutes) AS total_minutes,
    sum(minutes) / count_if(opens) AS avg_session_minutes,
    count_if(opens AND closes) / count_if(opens) AS bounce_rate
FROM marked
GROUP BY user_id
ORDER BY 2 DESC, 1
