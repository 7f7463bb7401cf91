-- Window functions only: for each event the latest view from which a chain leads up to it, carried
-- with LAST_VALUE(... IGNORE NULLS); the window is tested on epoch microseconds.
WITH numbered AS (
    SELECT user_id, EPOCH_US(event_ts) AS t, CASE event_name
        WHEN 'view' THEN 1 WHEN 'add_to_cart' THEN 2 WHEN 'checkout' THEN 3 WHEN 'purchase' THEN 4
        END AS step
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
steps_only AS (SELECT * FROM numbered WHERE step IS NOT NULL),
a AS (SELECT *, IF(step = 1, t, NULL) AS s1 FROM steps_only),
b AS (SELECT *, IF(step = 2, LAST_VALUE(s1 IGNORE NULLS) OVER w, NULL) AS s2 FROM a
      WINDOW w AS (PARTITION BY user_id ORDER BY t, step ROWS UNBOUNDED PRECEDING)),
c AS (SELECT *, IF(step = 3, LAST_VALUE(s2 IGNORE NULLS) OVER w, NULL) AS s3 FROM b
      WINDOW w AS (PARTITION BY user_id ORDER BY t, step ROWS UNBOUNDED PRECEDING)),
d AS (SELECT *, IF(step = 4, LAST_VALUE(s3 IGNORE NULLS) OVER w, NULL) AS s4 FROM c
      WINDOW w AS (PARTITION BY user_id ORDER BY t, step ROWS UNBOUNDED PRECEDING)),
counts AS (
    SELECT UNNEST([1, 2, 3, 4]) AS step,
           UNNEST(['view', 'add_to_cart', 'checkout', 'purchase']) AS event_name,
           UNNEST([
               COUNT(DISTINCT user_id) FILTER (step = 1),
               COUNT(DISTINCT user_id) FILTER (t - s2 <= 604800000000),
               COUNT(DISTINCT user_id) FILTER (t - s3 <= 604800000000),
               COUNT(DISTINCT user_id) FILTER (t - s4 <= 604800000000)
           ]) AS users
    FROM d
)
SELECT *,
       users / NULLIF(MAX(users) OVER (), 0) AS from_start,
       users / NULLIF(LAG(users) OVER (ORDER BY step), 0) AS from_previous,
       LAG(users) OVER (ORDER BY step) - users AS dropped
FROM counts
ORDER BY step
