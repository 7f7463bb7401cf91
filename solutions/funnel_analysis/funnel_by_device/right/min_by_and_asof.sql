-- The device by an aggregate over a struct, the chains by ASOF joins from every view, the counts
-- by SUM over flags turned into rows with UNNEST.
WITH e AS (
    SELECT user_id, event_ts, event_name, IFNULL(device, 'unknown') AS device
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
home AS (
    SELECT user_id, MIN({'event_ts': event_ts, 'device': device}).device AS device
    FROM e
    WHERE event_name = 'view'
    GROUP BY user_id
),
v AS (SELECT user_id, event_ts AS t1, event_ts + INTERVAL 7 DAY AS until FROM e WHERE event_name = 'view'),
c AS (SELECT user_id, event_ts AS t2 FROM e WHERE event_name = 'add_to_cart'),
k AS (SELECT user_id, event_ts AS t3 FROM e WHERE event_name = 'checkout'),
p AS (SELECT user_id, event_ts AS t4 FROM e WHERE event_name = 'purchase'),
per_user AS (
    SELECT v.user_id,
           BOOL_OR(COALESCE(t2 <= until, false)) AS r2,
           BOOL_OR(COALESCE(t3 <= until, false)) AS r3,
           BOOL_OR(COALESCE(t4 <= until, false)) AS r4
    FROM v
    ASOF LEFT JOIN c ON v.user_id = c.user_id AND v.t1 <= c.t2
    ASOF LEFT JOIN k ON c.user_id = k.user_id AND c.t2 <= k.t3
    ASOF LEFT JOIN p ON k.user_id = p.user_id AND k.t3 <= p.t4
    GROUP BY v.user_id
),
per_device AS (
    SELECT device, [COUNT(*), SUM(r2::INT), SUM(r3::INT), SUM(r4::INT)] AS n
    FROM home JOIN per_user USING (user_id)
    GROUP BY device
)
SELECT
    device, step,
    ['view', 'add_to_cart', 'checkout', 'purchase'][step] AS event_name,
    n[step] AS users,
    n[step] / n[1] AS from_start,
    CASE WHEN step > 1 THEN n[step] / NULLIF(n[step - 1], 0) END AS from_previous,
    CASE WHEN step > 1 THEN n[step - 1] - n[step] END AS dropped
FROM per_device, (VALUES (1), (2), (3), (4)) AS steps(step)
ORDER BY device, step
