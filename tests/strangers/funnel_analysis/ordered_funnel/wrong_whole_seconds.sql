-- times are cut to whole seconds, so an earlier cart in the same second counts as in order
WITH e AS (SELECT DISTINCT user_id, date_trunc('second', event_ts) AS t, event_name AS n FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
  s1 AS (SELECT user_id, min(t) AS t FROM e WHERE n = 'view' GROUP BY 1),
  s2 AS (SELECT e.user_id, min(e.t) AS t FROM e JOIN s1 ON e.user_id = s1.user_id AND e.t >= s1.t WHERE n = 'add_to_cart' GROUP BY 1),
  s3 AS (SELECT e.user_id, min(e.t) AS t FROM e JOIN s2 ON e.user_id = s2.user_id AND e.t >= s2.t WHERE n = 'checkout' GROUP BY 1),
  s4 AS (SELECT e.user_id, min(e.t) AS t FROM e JOIN s3 ON e.user_id = s3.user_id AND e.t >= s3.t WHERE n = 'purchase' GROUP BY 1),
  c AS (SELECT 1 AS step, 'view' AS event_name, count(*) AS users FROM s1 UNION ALL SELECT 2, 'add_to_cart', count(*) FROM s2
        UNION ALL SELECT 3, 'checkout', count(*) FROM s3 UNION ALL SELECT 4, 'purchase', count(*) FROM s4)
SELECT step, event_name, users,
       users / nullif(first_value(users) OVER (ORDER BY step), 0) AS from_start,
       users / nullif(lag(users) OVER (ORDER BY step), 0) AS from_previous,
       lag(users) OVER (ORDER BY step) - users AS dropped
FROM c ORDER BY step
