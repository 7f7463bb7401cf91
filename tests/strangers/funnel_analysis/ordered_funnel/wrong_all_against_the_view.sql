-- each step compared with the view only, not the step before
WITH e AS (FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
  f AS (SELECT user_id, min(event_ts) FILTER (event_name = 'view') AS a, max(event_ts) FILTER (event_name = 'add_to_cart') AS b,
               max(event_ts) FILTER (event_name = 'checkout') AS c, max(event_ts) FILTER (event_name = 'purchase') AS d FROM e GROUP BY 1),
  u AS (SELECT [count(a), count(*) FILTER (a <= b), count(*) FILTER (a <= b AND a <= c), count(*) FILTER (a <= b AND a <= c AND a <= d)] AS u FROM f)
SELECT k AS step, ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name, u[k] AS users, u[k] / nullif(u[1], 0) AS from_start,
       CASE WHEN k > 1 THEN u[k] / nullif(u[k - 1], 0) END AS from_previous, CASE WHEN k > 1 THEN u[k - 1] - u[k] END AS dropped
FROM u, range(1, 5) r(k) ORDER BY k
