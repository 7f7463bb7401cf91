WITH e AS (SELECT DISTINCT user_id, event_ts AS t, event_name AS n FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
  v AS (SELECT user_id, t AS a FROM e WHERE n = 'view'),
  c AS (SELECT v.*, e.t AS b FROM v JOIN e ON e.user_id = v.user_id AND n = 'add_to_cart' AND e.t BETWEEN a AND a + INTERVAL 7 DAY),
  k AS (SELECT c.*, e.t AS d FROM c JOIN e ON e.user_id = c.user_id AND n = 'checkout' AND e.t BETWEEN b AND a + INTERVAL 7 DAY),
  p AS (SELECT k.*, e.t AS f FROM k JOIN e ON e.user_id = k.user_id AND n = 'purchase' AND e.t BETWEEN d AND a + INTERVAL 7 DAY),
  u AS (SELECT [(SELECT count(DISTINCT user_id) FROM e WHERE n = 'view'), (SELECT count(DISTINCT user_id) FROM c), (SELECT count(DISTINCT user_id) FROM k), (SELECT count(DISTINCT user_id) FROM p)] AS u)
SELECT k AS step, ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name, u[k] AS users, u[k] / nullif(u[1], 0) AS from_start,
       CASE WHEN k > 1 THEN u[k] / nullif(u[k - 1], 0) END AS from_previous, CASE WHEN k > 1 THEN u[k - 1] - u[k] END AS dropped
FROM u, range(1, 5) r(k) ORDER BY k
