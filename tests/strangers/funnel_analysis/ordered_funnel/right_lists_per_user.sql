WITH per_user AS (
    SELECT user_id,
           list(event_ts) FILTER (WHERE event_name = 'view') AS l1,
           list(event_ts) FILTER (WHERE event_name = 'add_to_cart') AS l2,
           list(event_ts) FILTER (WHERE event_name = 'checkout') AS l3,
           list(event_ts) FILTER (WHERE event_name = 'purchase') AS l4
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
    GROUP BY user_id
),
a AS (SELECT *, list_min(l1) AS t1 FROM per_user),
b AS (SELECT *, list_min(list_filter(l2, lambda x: x >= t1)) AS t2 FROM a),
c AS (SELECT *, list_min(list_filter(l3, lambda x: x >= t2)) AS t3 FROM b),
d AS (SELECT *, list_min(list_filter(l4, lambda x: x >= t3)) AS t4 FROM c),
n AS (SELECT [count(t1), count(t2), count(t3), count(t4)] AS u FROM d)
SELECT k AS step,
       ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name,
       u[k] AS users,
       u[k] / nullif(u[1], 0) AS from_start,
       CASE WHEN k > 1 THEN u[k] / nullif(u[k - 1], 0) END AS from_previous,
       CASE WHEN k > 1 THEN u[k - 1] - u[k] END AS dropped
FROM n, generate_series(1, 4) AS g(k)
ORDER BY step
