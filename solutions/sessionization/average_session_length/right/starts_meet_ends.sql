-- Style: starts and ends found apart with NOT EXISTS, averaged apart: mean length = mean end - mean start.
WITH times AS (
    SELECT DISTINCT user_id, ts FROM clickstream WHERE user_id IS NOT NULL AND ts IS NOT NULL
),
starts AS (
    SELECT epoch_us(ts) AS us FROM times t
    WHERE NOT EXISTS (
        FROM times e
        WHERE e.user_id = t.user_id AND e.ts < t.ts AND t.ts - e.ts <= INTERVAL 30 MINUTE
    )
),
ends AS (
    SELECT epoch_us(ts) AS us FROM times t
    WHERE NOT EXISTS (
        FROM times l
        WHERE l.user_id = t.user_id AND l.ts > t.ts AND l.ts - t.ts <= INTERVAL 30 MINUTE
    )
)
SELECT
    (SELECT count(*) FROM starts) AS sessions,
    ((SELECT sum(us) FROM ends) - (SELECT sum(us) FROM starts))
        / 60_000_000.0 / (SELECT count(*) FROM starts) AS avg_session_minutes
