-- compares the first time of each event
WITH f AS (SELECT user_id, min(event_ts) FILTER (event_name = 'view') AS a, min(event_ts) FILTER (event_name = 'add_to_cart') AS b,
                  min(event_ts) FILTER (event_name = 'checkout') AS c, min(event_ts) FILTER (event_name = 'purchase') AS d
           FROM events WHERE user_id IS NOT NULL GROUP BY 1),
  u AS (SELECT [count(a), count(*) FILTER (a <= b), count(*) FILTER (a <= b AND b <= c), count(*) FILTER (a <= b AND b <= c AND c <= d)] AS u FROM f)
SELECT k AS step, ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name, u[k] AS users, u[k] / nullif(u[1], 0) AS from_start,
       CASE WHEN k > 1 THEN u[k] / nullif(u[k - 1], 0) END AS from_previous, CASE WHEN k > 1 THEN u[k - 1] - u[k] END AS dropped
FROM u, range(1, 5) r(k) ORDER BY k
