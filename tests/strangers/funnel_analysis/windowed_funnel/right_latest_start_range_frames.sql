-- for every event of step k: the latest view from which a chain can come here
WITH e AS (SELECT user_id, event_ts AS t, event_name AS n FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
 a AS (SELECT *, max(CASE WHEN n = 'view' THEN t END) OVER w AS s1 FROM e WINDOW w AS (PARTITION BY user_id ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
 b AS (SELECT *, max(CASE WHEN n = 'add_to_cart' THEN s1 END) OVER w AS s2 FROM a WINDOW w AS (PARTITION BY user_id ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
 c AS (SELECT *, max(CASE WHEN n = 'checkout' THEN s2 END) OVER w AS s3 FROM b WINDOW w AS (PARTITION BY user_id ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
 hit AS (SELECT user_id, CASE n WHEN 'view' THEN 1 WHEN 'add_to_cart' THEN 2 WHEN 'checkout' THEN 3 WHEN 'purchase' THEN 4 END AS k,
                CASE n WHEN 'view' THEN t WHEN 'add_to_cart' THEN s1 WHEN 'checkout' THEN s2 WHEN 'purchase' THEN s3 END AS start, t FROM c),
 n AS (SELECT k, count(DISTINCT user_id) AS users FROM hit WHERE epoch_us(t) - epoch_us(start) <= 7::BIGINT * 24 * 3600 * 1000000 GROUP BY k),
 s AS (SELECT g.k, coalesce(users, 0) AS users FROM range(1, 5) g(k) LEFT JOIN n USING (k))
SELECT lag(users) OVER (ORDER BY k) - users AS dropped, k AS step, ['view', 'add_to_cart', 'checkout', 'purchase'][k] AS event_name, users,
       users::DOUBLE / first_value(users) OVER (ORDER BY k) AS from_start, users::DOUBLE / lag(users) OVER (ORDER BY k) AS from_previous
FROM s ORDER BY k
