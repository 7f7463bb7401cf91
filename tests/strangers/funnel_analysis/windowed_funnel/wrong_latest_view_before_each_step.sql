-- Slip: each step is tested against the most recent view before that step's event, not against the view that opened the chain, so a repeated view in the middle renews the window.
WITH e AS (
    SELECT user_id, event_ts AS ts, event_name AS nm,
           MAX(event_ts) FILTER (WHERE event_name = 'view')
               OVER (PARTITION BY user_id ORDER BY event_ts) AS last_view
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
good AS (FROM e WHERE ts <= last_view + INTERVAL 7 DAY),
c AS (SELECT user_id, MIN(ts) AS t FROM good WHERE nm = 'add_to_cart' GROUP BY user_id),
k AS (
    SELECT g.user_id, MIN(g.ts) AS t FROM good g JOIN c USING (user_id)
    WHERE g.nm = 'checkout' AND g.ts >= c.t GROUP BY g.user_id
),
p AS (
    SELECT g.user_id, MIN(g.ts) AS t FROM good g JOIN k USING (user_id)
    WHERE g.nm = 'purchase' AND g.ts >= k.t GROUP BY g.user_id
),
n(step, event_name, users) AS (
    VALUES (1, 'view', (SELECT COUNT(DISTINCT user_id) FROM e WHERE nm = 'view')),
           (2, 'add_to_cart', (SELECT COUNT(*) FROM c)),
           (3, 'checkout', (SELECT COUNT(*) FROM k)),
           (4, 'purchase', (SELECT COUNT(*) FROM p))
)
SELECT n.step, n.event_name, n.users,
       n.users / NULLIF(s.users, 0) AS from_start,
       n.users / NULLIF(b.users, 0) AS from_previous,
       b.users - n.users AS dropped
FROM n
JOIN n AS s ON s.step = 1
LEFT JOIN n AS b ON b.step + 1 = n.step
ORDER BY n.step
