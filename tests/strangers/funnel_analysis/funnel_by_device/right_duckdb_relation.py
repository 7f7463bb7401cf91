import duckdb


def funnel_by_device(events):
    con = duckdb.connect()
    con.register("log", events)
    return con.sql("""
        WITH e AS (SELECT DISTINCT user_id, event_ts AS t, event_name AS n, coalesce(device, 'unknown') AS device FROM log WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
        home AS (SELECT user_id, device FROM e WHERE n = 'view' QUALIFY rank() OVER (PARTITION BY user_id ORDER BY t, device) = 1),
        v AS (SELECT DISTINCT user_id, t FROM e WHERE n = 'view'),
        hits AS (SELECT user_id, 1 AS step FROM v
          UNION SELECT v.user_id, 2 FROM v JOIN e a ON a.user_id = v.user_id AND a.n = 'add_to_cart' AND a.t BETWEEN v.t AND v.t + INTERVAL 7 DAY
          UNION SELECT v.user_id, 3 FROM v JOIN e a ON a.user_id = v.user_id AND a.n = 'add_to_cart' AND a.t >= v.t JOIN e b ON b.user_id = v.user_id AND b.n = 'checkout' AND b.t BETWEEN a.t AND v.t + INTERVAL 7 DAY
          UNION SELECT v.user_id, 4 FROM v JOIN e a ON a.user_id = v.user_id AND a.n = 'add_to_cart' AND a.t >= v.t JOIN e b ON b.user_id = v.user_id AND b.n = 'checkout' AND b.t >= a.t JOIN e c ON c.user_id = v.user_id AND c.n = 'purchase' AND c.t BETWEEN b.t AND v.t + INTERVAL 7 DAY),
        s AS (SELECT d.device, g.step, count(h.user_id) AS users FROM (SELECT DISTINCT device FROM home) d CROSS JOIN range(1, 5) g(step)
              LEFT JOIN (SELECT device, hits.* FROM hits JOIN home USING (user_id)) h ON h.device = d.device AND h.step = g.step GROUP BY ALL)
        SELECT device, step, ['view', 'add_to_cart', 'checkout', 'purchase'][step] AS event_name, users,
               users / first_value(users) OVER w AS from_start, users / nullif(lag(users) OVER w, 0) AS from_previous, lag(users) OVER w - users AS dropped
        FROM s WINDOW w AS (PARTITION BY device ORDER BY step) ORDER BY device, step""")
