WITH e AS (SELECT user_id, event_ts, event_name FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
  a AS (SELECT user_id, min(event_ts) AS t1 FROM e WHERE event_name = 'view' GROUP BY ALL),
  b AS (FROM a ASOF LEFT JOIN (FROM e WHERE event_name = 'add_to_cart') x ON a.user_id = x.user_id AND a.t1 <= x.event_ts SELECT a.user_id, t1, x.event_ts AS t2),
  c AS (FROM b ASOF LEFT JOIN (FROM e WHERE event_name = 'checkout') x ON b.user_id = x.user_id AND b.t2 <= x.event_ts SELECT b.user_id, t1, t2, x.event_ts AS t3),
  d AS (FROM c ASOF LEFT JOIN (FROM e WHERE event_name = 'purchase') x ON c.user_id = x.user_id AND c.t3 <= x.event_ts SELECT t1, t2, t3, x.event_ts AS t4),
  n AS (SELECT [count(t1), count(t2), count(t3), count(t4)] AS u FROM d)
SELECT k AS step, ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name, u[k] AS users, u[k]::DOUBLE / u[1] AS from_start,
       CASE WHEN k > 1 THEN u[k]::DOUBLE / u[k - 1] END AS from_previous, CASE WHEN k > 1 THEN u[k - 1] - u[k] END AS dropped
FROM n, unnest([1, 2, 3, 4]) t(k) ORDER BY k
