-- Depth as a sum of three EXISTS per user (the chain is cumulative), device by DISTINCT ON.
WITH e AS (
    SELECT DISTINCT user_id, event_ts, event_name, COALESCE(device, 'unknown') AS device
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
home AS (
    SELECT DISTINCT ON (user_id) user_id, device
    FROM e
    WHERE event_name = 'view'
    ORDER BY user_id, event_ts, device
),
pairs AS (
    SELECT v.user_id, v.event_ts AS t1, c.event_ts AS t2
    FROM e AS v JOIN e AS c USING (user_id)
    WHERE v.event_name = 'view' AND c.event_name = 'add_to_cart'
      AND c.event_ts >= v.event_ts AND c.event_ts - v.event_ts <= INTERVAL 7 DAY
),
triples AS (
    SELECT user_id, t1, k.event_ts AS t3
    FROM pairs JOIN e AS k USING (user_id)
    WHERE k.event_name = 'checkout' AND k.event_ts BETWEEN t2 AND t1 + INTERVAL 7 DAY
),
depths AS (
    SELECT home.user_id, home.device,
        1 + EXISTS (SELECT 1 FROM pairs WHERE pairs.user_id = home.user_id)::INT
          + EXISTS (SELECT 1 FROM triples WHERE triples.user_id = home.user_id)::INT
          + EXISTS (
                SELECT 1 FROM triples JOIN e AS p USING (user_id)
                WHERE triples.user_id = home.user_id AND p.event_name = 'purchase'
                  AND p.event_ts BETWEEN t3 AND t1 + INTERVAL 7 DAY
            )::INT AS depth
    FROM home
),
counts AS (
    SELECT device, step, event_name, COUNT(*) FILTER (depth >= step) AS users
    FROM depths
    CROSS JOIN (VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')) AS s(step, event_name)
    GROUP BY device, step, event_name
)
SELECT *,
    users / MAX(users) OVER (PARTITION BY device) AS from_start,
    users / NULLIF(LAG(users) OVER (PARTITION BY device ORDER BY step), 0) AS from_previous,
    LAG(users) OVER (PARTITION BY device ORDER BY step) - users AS dropped
FROM counts
ORDER BY ALL
