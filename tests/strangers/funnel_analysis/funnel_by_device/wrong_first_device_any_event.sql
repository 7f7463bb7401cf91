-- Slip: a user's device is that of the earliest funnel event of any step (a cart before the first view decides it) instead of the earliest view.
WITH e AS (
    SELECT user_id, event_ts AS ts, coalesce(device, 'unknown') AS device,
           CASE event_name WHEN 'view' THEN 1 WHEN 'add_to_cart' THEN 2 WHEN 'checkout' THEN 3 WHEN 'purchase' THEN 4 END AS step
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
home AS (
    SELECT user_id, first(device ORDER BY ts, device) AS device
    FROM e WHERE step IS NOT NULL GROUP BY user_id HAVING bool_or(step = 1)
),
a AS (SELECT *, max(ts) FILTER (WHERE step = 1) OVER (PARTITION BY user_id ORDER BY ts) AS s1 FROM e),
b AS (SELECT *, max(s1) FILTER (WHERE step = 2 AND ts <= s1 + INTERVAL 7 DAY) OVER (PARTITION BY user_id ORDER BY ts) AS s2 FROM a),
c AS (SELECT *, max(s2) FILTER (WHERE step = 3 AND ts <= s2 + INTERVAL 7 DAY) OVER (PARTITION BY user_id ORDER BY ts) AS s3 FROM b),
d AS (
    SELECT user_id,
           CASE WHEN bool_or(step = 4 AND ts <= s3 + INTERVAL 7 DAY) THEN 4
                WHEN count(s3) > 0 THEN 3 WHEN count(s2) > 0 THEN 2 ELSE 1 END AS depth
    FROM c GROUP BY user_id
),
n AS (
    SELECT h.device, s.step, s.event_name, count(*) FILTER (WHERE d.depth >= s.step) AS users
    FROM home h JOIN d USING (user_id)
    CROSS JOIN (VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')) s(step, event_name)
    GROUP BY ALL
)
SELECT *,
       users / nullif(first(users) OVER w, 0) AS from_start,
       users / nullif(lag(users) OVER w, 0) AS from_previous,
       lag(users) OVER w - users AS dropped
FROM n
WINDOW w AS (PARTITION BY device ORDER BY step)
ORDER BY device, step
