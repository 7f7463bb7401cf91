-- ASOF joins: the nearest event of the next step that is not before the time carried.
WITH clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
v AS (
    SELECT DISTINCT ON (user_id) user_id, event_ts AS t1
    FROM clean
    WHERE event_name = 'view'
    ORDER BY user_id, event_ts
),
c AS (SELECT user_id, event_ts AS t2 FROM clean WHERE event_name = 'add_to_cart'),
k AS (SELECT user_id, event_ts AS t3 FROM clean WHERE event_name = 'checkout'),
p AS (SELECT user_id, event_ts AS t4 FROM clean WHERE event_name = 'purchase'),
chains AS (
    SELECT v.user_id, t1, t2, t3, t4
    FROM v
    ASOF LEFT JOIN c ON v.user_id = c.user_id AND v.t1 <= c.t2
    ASOF LEFT JOIN k ON c.user_id = k.user_id AND c.t2 <= k.t3
    ASOF LEFT JOIN p ON k.user_id = p.user_id AND k.t3 <= p.t4
),
counted AS (
    SELECT COUNT(t1) AS n1, COUNT(t2) AS n2, COUNT(t3) AS n3, COUNT(t4) AS n4 FROM chains
)
SELECT
    step,
    ['view', 'add_to_cart', 'checkout', 'purchase'][step] AS event_name,
    n[step] AS users,
    n[step] / n[1] AS from_start,                      -- 0 / 0 is NaN: the same missing value
    IF(step > 1, n[step] / n[step - 1], NULL) AS from_previous,
    IF(step > 1, n[step - 1] - n[step], NULL) AS dropped
FROM (SELECT [n1, n2, n3, n4] AS n, UNNEST([1, 2, 3, 4]) AS step FROM counted)
ORDER BY step
