-- Style: no session numbers. All time inside sessions is the sum of the short gaps; divide it by
-- the number of starts.
WITH gaps AS (
    SELECT ts - lag(ts) OVER (PARTITION BY user_id ORDER BY ts) AS gap
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
)
SELECT
    count(*) FILTER (gap IS NULL OR gap > INTERVAL 30 MINUTE) AS sessions,
    CASE WHEN count(*) > 0
         THEN coalesce(sum(epoch(gap)) FILTER (gap <= INTERVAL 30 MINUTE), 0) / 60
              / count(*) FILTER (gap IS NULL OR gap > INTERVAL 30 MINUTE)
    END AS avg_session_minutes
FROM gaps
