WITH e AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
s1 AS (
    SELECT user_id, MIN(event_ts) AS t FROM e WHERE event_name = 'view' GROUP BY user_id
),
s2 AS (
    SELECT e.user_id, MIN(e.event_ts) AS t
    FROM s1 JOIN e ON e.user_id = s1.user_id AND e.event_name = 'add_to_cart' AND e.event_ts >= s1.t
    GROUP BY e.user_id
),
s3 AS (
    SELECT e.user_id, MIN(e.event_ts) AS t
    FROM s2 JOIN e ON e.user_id = s2.user_id AND e.event_name = 'checkout' AND e.event_ts >= s2.t
    GROUP BY e.user_id
),
s4 AS (
    SELECT e.user_id, MIN(e.event_ts) AS t
    FROM s3 JOIN e ON e.user_id = s3.user_id AND e.event_name = 'purchase' AND e.event_ts >= s3.t
    GROUP BY e.user_id
),
counts AS (
    SELECT 1 AS step, 'view' AS event_name, (SELECT COUNT(*) FROM s1) AS users
    UNION ALL SELECT 2, 'add_to_cart', (SELECT COUNT(*) FROM s2)
    UNION ALL SELECT 3, 'checkout', (SELECT COUNT(*) FROM s3)
    UNION ALL SELECT 4, 'purchase', (SELECT COUNT(*) FROM s4)
)
SELECT step, event_name, users,
       users / NULLIF(FIRST_VALUE(users) OVER (ORDER BY step), 0) AS from_start,
       users / NULLIF(LAG(users) OVER (ORDER BY step), 0) AS from_previous,
       LAG(users) OVER (ORDER BY step) - users AS dropped
FROM counts
ORDER BY step
