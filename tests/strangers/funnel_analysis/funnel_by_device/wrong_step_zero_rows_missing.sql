-- Slip: rows exist only for steps that some user of the device reached, so steps with 0 users are missing.
WITH e AS (
    SELECT DISTINCT user_id, event_ts AS ts, event_name AS nm, ifnull(device, 'unknown') AS device
    FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
home AS (
    SELECT DISTINCT ON (user_id) user_id, device FROM e WHERE nm = 'view' ORDER BY user_id, ts, device
),
c2 AS (
    SELECT v.user_id, v.ts AS v, MIN(x.ts) AS t
    FROM e v JOIN e x ON x.user_id = v.user_id AND x.nm = 'add_to_cart' AND x.ts BETWEEN v.ts AND v.ts + INTERVAL 7 DAY
    WHERE v.nm = 'view' GROUP BY ALL
),
c3 AS (
    SELECT c.user_id, c.v, MIN(x.ts) AS t
    FROM c2 c JOIN e x ON x.user_id = c.user_id AND x.nm = 'checkout' AND x.ts BETWEEN c.t AND c.v + INTERVAL 7 DAY
    GROUP BY ALL
),
c4 AS (
    SELECT c.user_id, c.v, MIN(x.ts) AS t
    FROM c3 c JOIN e x ON x.user_id = c.user_id AND x.nm = 'purchase' AND x.ts BETWEEN c.t AND c.v + INTERVAL 7 DAY
    GROUP BY ALL
),
r AS (
    SELECT user_id, 1 AS step, 'view' AS event_name FROM home
    UNION SELECT user_id, 2, 'add_to_cart' FROM c2
    UNION SELECT user_id, 3, 'checkout' FROM c3
    UNION SELECT user_id, 4, 'purchase' FROM c4
),
n AS (
    SELECT h.device, r.step, r.event_name, COUNT(*) AS users
    FROM r JOIN home h USING (user_id)
    GROUP BY ALL
)
SELECT device, step, event_name, users,
       users / FIRST_VALUE(users) OVER w AS from_start,
       users / LAG(users) OVER w AS from_previous,
       LAG(users) OVER w - users AS dropped
FROM n
WINDOW w AS (PARTITION BY device ORDER BY step)
ORDER BY device, step
