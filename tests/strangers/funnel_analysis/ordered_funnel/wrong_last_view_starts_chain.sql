-- Slip: the chain starts at the user's last view (MAX) instead of the first, so a user who views again after buying loses the conversion.
WITH e AS (FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL),
v AS (SELECT user_id, MAX(event_ts) AS t1 FROM e WHERE event_name = 'view' GROUP BY user_id),
t AS (
    SELECT v.user_id, v.t1,
           (SELECT MIN(c.event_ts) FROM e c WHERE c.user_id = v.user_id AND c.event_name = 'add_to_cart' AND c.event_ts >= v.t1) AS t2
    FROM v
),
t3 AS (
    SELECT t.*,
           (SELECT MIN(c.event_ts) FROM e c WHERE c.user_id = t.user_id AND c.event_name = 'checkout' AND c.event_ts >= t.t2) AS t3
    FROM t
),
t4 AS (
    SELECT t3.*,
           (SELECT MIN(c.event_ts) FROM e c WHERE c.user_id = t3.user_id AND c.event_name = 'purchase' AND c.event_ts >= t3.t3) AS t4
    FROM t3
),
n AS (
    SELECT 1 AS step, 'view' AS event_name, COUNT(t1) AS users FROM t4
    UNION ALL SELECT 2, 'add_to_cart', COUNT(t2) FROM t4
    UNION ALL SELECT 3, 'checkout', COUNT(t3) FROM t4
    UNION ALL SELECT 4, 'purchase', COUNT(t4) FROM t4
)
SELECT n.*,
       n.users / NULLIF((SELECT users FROM n WHERE step = 1), 0) AS from_start,
       n.users / NULLIF(p.users, 0) AS from_previous,
       p.users - n.users AS dropped
FROM n LEFT JOIN n AS p ON p.step = n.step - 1
ORDER BY n.step
