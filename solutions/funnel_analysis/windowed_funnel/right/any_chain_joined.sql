-- Existential: LEFT JOINs of the events with themselves, every step within 7 days of its view;
-- the multiplied rows do no harm, because DISTINCT users are counted.
WITH e AS (
    SELECT DISTINCT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
chains AS (
    SELECT v.user_id AS u1, c.user_id AS u2, k.user_id AS u3, p.user_id AS u4
    FROM e AS v
    LEFT JOIN e AS c
        ON c.user_id = v.user_id AND c.event_name = 'add_to_cart'
        AND c.event_ts BETWEEN v.event_ts AND v.event_ts + INTERVAL 168 HOUR
    LEFT JOIN e AS k
        ON k.user_id = c.user_id AND k.event_name = 'checkout'
        AND k.event_ts BETWEEN c.event_ts AND v.event_ts + INTERVAL 168 HOUR
    LEFT JOIN e AS p
        ON p.user_id = k.user_id AND p.event_name = 'purchase'
        AND p.event_ts BETWEEN k.event_ts AND v.event_ts + INTERVAL 168 HOUR
    WHERE v.event_name = 'view'
),
counts AS (
    SELECT 1 AS step, 'view' AS event_name, COUNT(DISTINCT u1) AS users FROM chains
    UNION ALL SELECT 2, 'add_to_cart', COUNT(DISTINCT u2) FROM chains
    UNION ALL SELECT 3, 'checkout', COUNT(DISTINCT u3) FROM chains
    UNION ALL SELECT 4, 'purchase', COUNT(DISTINCT u4) FROM chains
)
SELECT
    counts.step, counts.event_name, counts.users,
    counts.users / NULLIF(first.users, 0) AS from_start,
    counts.users / NULLIF(before.users, 0) AS from_previous,
    before.users - counts.users AS dropped
FROM counts
JOIN counts AS first ON first.step = 1
LEFT JOIN counts AS before ON before.step = counts.step - 1
ORDER BY counts.step
