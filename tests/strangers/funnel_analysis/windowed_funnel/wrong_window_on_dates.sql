-- Slip: the 7-day window compares calendar dates (date difference <= 7) instead of 168 hours, so an event 7 days and a few hours after the view still counts.
WITH e AS (
    SELECT DISTINCT user_id, event_ts AS ts, event_name AS nm
    FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
v AS (SELECT user_id, ts AS v, ts AS t FROM e WHERE nm = 'view'),
c AS (
    SELECT v.user_id, v.v, MIN(e.ts) AS t
    FROM v JOIN e ON e.user_id = v.user_id AND e.nm = 'add_to_cart' AND e.ts >= v.t AND e.ts::DATE - v.v::DATE <= 7
    GROUP BY ALL
),
k AS (
    SELECT c.user_id, c.v, MIN(e.ts) AS t
    FROM c JOIN e ON e.user_id = c.user_id AND e.nm = 'checkout' AND e.ts >= c.t AND e.ts::DATE - c.v::DATE <= 7
    GROUP BY ALL
),
p AS (
    SELECT k.user_id, k.v, MIN(e.ts) AS t
    FROM k JOIN e ON e.user_id = k.user_id AND e.nm = 'purchase' AND e.ts >= k.t AND e.ts::DATE - k.v::DATE <= 7
    GROUP BY ALL
),
n AS (
    SELECT 1 AS step, 'view' AS event_name, COUNT(DISTINCT user_id) AS users FROM v
    UNION ALL SELECT 2, 'add_to_cart', COUNT(DISTINCT user_id) FROM c
    UNION ALL SELECT 3, 'checkout', COUNT(DISTINCT user_id) FROM k
    UNION ALL SELECT 4, 'purchase', COUNT(DISTINCT user_id) FROM p
)
SELECT step, event_name, users,
       users / NULLIF(FIRST(users) OVER (ORDER BY step), 0) AS from_start,
       users / NULLIF(LAG(users) OVER (ORDER BY step), 0) AS from_previous,
       LAG(users) OVER (ORDER BY step) - users AS dropped
FROM n ORDER BY step
