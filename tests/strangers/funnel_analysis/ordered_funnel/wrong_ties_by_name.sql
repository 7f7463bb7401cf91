-- equal timestamps are put in alphabetical order before walking through the events
WITH per AS (SELECT user_id, list(list_position(['view', 'add_to_cart', 'checkout', 'purchase'], event_name) ORDER BY event_ts, event_name) AS path
             FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL AND event_name IN ('view', 'add_to_cart', 'checkout', 'purchase') GROUP BY 1),
  d AS (SELECT list_reduce(list_prepend(0::BIGINT, path::BIGINT[]), lambda a, s: CASE WHEN s = a + 1 THEN s ELSE a END) AS d FROM per),
  u AS (SELECT [count(*) FILTER (d >= 1), count(*) FILTER (d >= 2), count(*) FILTER (d >= 3), count(*) FILTER (d >= 4)] AS u FROM d)
SELECT k AS step, ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name, u[k] AS users, u[k] / nullif(u[1], 0) AS from_start,
       CASE WHEN k > 1 THEN u[k] / nullif(u[k - 1], 0) END AS from_previous, CASE WHEN k > 1 THEN u[k - 1] - u[k] END AS dropped
FROM u, range(1, 5) r(k) ORDER BY k
