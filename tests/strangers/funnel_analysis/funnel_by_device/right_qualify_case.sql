WITH e AS (SELECT user_id, event_ts AS t, event_name AS n, device FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
 home AS (SELECT user_id, CASE WHEN device IS NULL THEN 'unknown' ELSE device END AS device FROM e WHERE n = 'view' QUALIFY row_number() OVER (PARTITION BY user_id ORDER BY t, ifnull(device, 'unknown')) = 1),
 deep AS (
  SELECT v.user_id, max(CASE WHEN t4 <= v.t + INTERVAL 7 DAY THEN 4 WHEN t3 <= v.t + INTERVAL 7 DAY THEN 3 WHEN t2 <= v.t + INTERVAL 7 DAY THEN 2 ELSE 1 END) AS deep
  FROM (SELECT DISTINCT user_id, t FROM e WHERE n = 'view') v,
       LATERAL (SELECT min(e.t) AS t2 FROM e WHERE e.user_id = v.user_id AND e.n = 'add_to_cart' AND e.t >= v.t) a,
       LATERAL (SELECT min(e.t) AS t3 FROM e WHERE e.user_id = v.user_id AND e.n = 'checkout' AND e.t >= t2) b,
       LATERAL (SELECT min(e.t) AS t4 FROM e WHERE e.user_id = v.user_id AND e.n = 'purchase' AND e.t >= t3) c GROUP BY 1),
 s AS (SELECT device, step, ['view', 'add_to_cart', 'checkout', 'purchase'][step] AS event_name, count(*) FILTER (deep >= step) AS users FROM home JOIN deep USING (user_id), range(1, 5) r(step) GROUP BY ALL)
SELECT device, step, event_name, users, users / nullif(first_value(users) OVER w, 0) AS from_start, users / nullif(lag(users) OVER w, 0) AS from_previous,
       lag(users) OVER w - users AS dropped
FROM s WINDOW w AS (PARTITION BY device ORDER BY step) ORDER BY device, step
