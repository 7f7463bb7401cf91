WITH e AS (SELECT user_id, event_ts AS t, event_name AS n, device FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
 home AS (SELECT user_id, (min({'t': t, 'd': coalesce(device, 'unknown')})).d AS device FROM e WHERE n = 'view' GROUP BY ALL),
 deep AS (
  SELECT v.user_id, max(CASE WHEN t4 <= v.t + INTERVAL 7 DAY THEN 4 WHEN t3 <= v.t + INTERVAL 7 DAY THEN 3 WHEN t2 <= v.t + INTERVAL 7 DAY THEN 2 ELSE 1 END) AS deep
  FROM (SELECT DISTINCT user_id, t FROM e WHERE n = 'view') v,
       LATERAL (SELECT min(e.t) AS t2 FROM e WHERE e.user_id = v.user_id AND e.n = 'add_to_cart' AND e.t >= v.t) a,
       LATERAL (SELECT min(e.t) AS t3 FROM e WHERE e.user_id = v.user_id AND e.n = 'checkout' AND e.t >= t2) b,
       LATERAL (SELECT min(e.t) AS t4 FROM e WHERE e.user_id = v.user_id AND e.n = 'purchase' AND e.t >= t3) c GROUP BY 1),
 s AS (SELECT device, step, ['view', 'add_to_cart', 'checkout', 'purchase'][step] AS event_name, count(*) FILTER (deep >= step) AS users FROM home JOIN deep USING (user_id), range(1, 5) r(step) GROUP BY ALL)
, p AS (PIVOT s ON step IN (1, 2, 3, 4) USING any_value(users) GROUP BY device)
FROM p, LATERAL (SELECT unnest([1, 2, 3, 4]) AS STEP, unnest([p."1", p."2", p."3", p."4"]) AS USERS, unnest([NULL, p."1", p."2", p."3"]) AS prev) x
SELECT x.prev - x.USERS AS DROPPED, x.USERS / nullif(x.prev, 0) AS FROM_PREVIOUS, x.USERS / p."1" AS FROM_START, x.USERS AS USERS, ['view', 'add_to_cart', 'checkout', 'purchase'][x.STEP] AS EVENT_NAME, x.STEP AS STEP, p.device AS DEVICE
ORDER BY DEVICE, STEP
