-- users may skip a step
WITH e AS (FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
  v AS (SELECT user_id, min(event_ts) AS t FROM e WHERE event_name = 'view' GROUP BY 1),
  u AS (SELECT [(SELECT count(*) FROM v), (SELECT count(DISTINCT user_id) FROM v JOIN e USING (user_id) WHERE event_ts >= t AND event_name = 'add_to_cart'),
               (SELECT count(DISTINCT user_id) FROM v JOIN e USING (user_id) WHERE event_ts >= t AND event_name = 'checkout'),
               (SELECT count(DISTINCT user_id) FROM v JOIN e USING (user_id) WHERE event_ts >= t AND event_name = 'purchase')] AS u)
SELECT k AS step, ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name, u[k] AS users, u[k] / nullif(u[1], 0) AS from_start,
       CASE WHEN k > 1 THEN u[k] / nullif(u[k - 1], 0) END AS from_previous, CASE WHEN k > 1 THEN u[k - 1] - u[k] END AS dropped
FROM u, range(1, 5) r(k) ORDER BY k
