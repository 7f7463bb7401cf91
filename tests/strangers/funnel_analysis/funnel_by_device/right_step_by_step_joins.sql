WITH e AS (
    SELECT DISTINCT user_id, event_ts AS ts, event_name AS nm, COALESCE(device, 'unknown') AS device
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
home AS (
    SELECT user_id, device
    FROM e
    WHERE nm = 'view'
    QUALIFY ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY ts, device) = 1
),
r1 AS (SELECT DISTINCT user_id, ts AS v, ts AS t FROM e WHERE nm = 'view'),
r2 AS (
    SELECT r.user_id, r.v, MIN(e.ts) AS t FROM r1 r JOIN e ON e.user_id = r.user_id
    WHERE e.nm = 'add_to_cart' AND e.ts >= r.t AND e.ts <= r.v + INTERVAL 7 DAY GROUP BY r.user_id, r.v
),
r3 AS (
    SELECT r.user_id, r.v, MIN(e.ts) AS t FROM r2 r JOIN e ON e.user_id = r.user_id
    WHERE e.nm = 'checkout' AND e.ts >= r.t AND e.ts <= r.v + INTERVAL 7 DAY GROUP BY r.user_id, r.v
),
r4 AS (
    SELECT r.user_id, r.v, MIN(e.ts) AS t FROM r3 r JOIN e ON e.user_id = r.user_id
    WHERE e.nm = 'purchase' AND e.ts >= r.t AND e.ts <= r.v + INTERVAL 7 DAY GROUP BY r.user_id, r.v
),
hits AS (
    SELECT 1 AS step, user_id FROM r1
    UNION SELECT 2, user_id FROM r2
    UNION SELECT 3, user_id FROM r3
    UNION SELECT 4, user_id FROM r4
),
grid AS (
    SELECT d.device, s.step, s.event_name
    FROM (SELECT DISTINCT device FROM home) d
    CROSS JOIN (VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')) s(step, event_name)
),
counted AS (
    SELECT h.device, x.step, COUNT(*) AS users FROM hits x JOIN home h USING (user_id) GROUP BY ALL
),
full_grid AS (
    SELECT g.device, g.step, g.event_name, COALESCE(c.users, 0) AS users
    FROM grid g LEFT JOIN counted c ON c.device = g.device AND c.step = g.step
)
SELECT device, step, event_name, users,
       users / NULLIF(FIRST_VALUE(users) OVER w, 0) AS from_start,
       users / NULLIF(LAG(users) OVER w, 0) AS from_previous,
       LAG(users) OVER w - users AS dropped
FROM full_grid
WINDOW w AS (PARTITION BY device ORDER BY step)
ORDER BY device, step
