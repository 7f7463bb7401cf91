WITH ev AS (
    SELECT user_id, event_ts, event_name, COALESCE(device, 'unknown') AS device
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
lists AS (
    SELECT user_id,
           list(DISTINCT event_ts) FILTER (WHERE event_name = 'view') AS v,
           list(event_ts) FILTER (WHERE event_name = 'add_to_cart') AS a,
           list(event_ts) FILTER (WHERE event_name = 'checkout') AS c,
           list(event_ts) FILTER (WHERE event_name = 'purchase') AS p,
           first(device ORDER BY event_ts, device) FILTER (WHERE event_name = 'view') AS device
    FROM ev
    GROUP BY user_id
),
t1 AS (SELECT user_id, device, a, c, p, unnest(v) AS t1 FROM lists),
t2 AS (SELECT *, list_min(list_filter(a, lambda x: x >= t1 AND x <= t1 + INTERVAL 7 DAY)) AS t2 FROM t1),
t3 AS (SELECT *, list_min(list_filter(c, lambda x: x >= t2 AND x <= t1 + INTERVAL 7 DAY)) AS t3 FROM t2),
t4 AS (SELECT *, list_min(list_filter(p, lambda x: x >= t3 AND x <= t1 + INTERVAL 7 DAY)) AS t4 FROM t3),
depth AS (
    SELECT user_id, device,
           MAX(CASE WHEN t2 IS NULL THEN 1 WHEN t3 IS NULL THEN 2 WHEN t4 IS NULL THEN 3 ELSE 4 END) AS d
    FROM t4
    GROUP BY user_id, device
),
n AS (
    SELECT device,
           [COUNT(*), COUNT(*) FILTER (WHERE d >= 2), COUNT(*) FILTER (WHERE d >= 3), COUNT(*) FILTER (WHERE d >= 4)] AS u
    FROM depth
    GROUP BY device
)
SELECT device, k AS step,
       CASE k WHEN 1 THEN 'view' WHEN 2 THEN 'add_to_cart' WHEN 3 THEN 'checkout' ELSE 'purchase' END AS event_name,
       u[k] AS users,
       u[k] / u[1] AS from_start,
       CASE WHEN k >= 2 AND u[k - 1] > 0 THEN u[k] / u[k - 1] END AS from_previous,
       CASE WHEN k >= 2 THEN u[k - 1] - u[k] END AS dropped
FROM n CROSS JOIN range(1, 5) AS r(k)
ORDER BY device, k
