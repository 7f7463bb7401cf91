-- carry, per step, the latest view that can still start a valid chain (default RANGE frame: peers included)
WITH e AS (
    SELECT user_id, event_ts AS ts,
           list_position(['view', 'add_to_cart', 'checkout', 'purchase'], event_name) AS step
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
a AS (
    SELECT *, MAX(CASE WHEN step = 1 THEN ts END) OVER (PARTITION BY user_id ORDER BY ts) AS s1 FROM e
),
b AS (
    SELECT *, MAX(CASE WHEN step = 2 AND ts <= s1 + INTERVAL 7 DAY THEN s1 END)
              OVER (PARTITION BY user_id ORDER BY ts) AS s2 FROM a
),
c AS (
    SELECT *, MAX(CASE WHEN step = 3 AND ts <= s2 + INTERVAL 7 DAY THEN s2 END)
              OVER (PARTITION BY user_id ORDER BY ts) AS s3 FROM b
),
d AS (
    SELECT *, CASE WHEN step = 4 AND ts <= s3 + INTERVAL 7 DAY THEN s3 END AS s4 FROM c
),
n AS (
    SELECT COUNT(DISTINCT user_id) FILTER (WHERE s1 IS NOT NULL) AS n1,
           COUNT(DISTINCT user_id) FILTER (WHERE s2 IS NOT NULL) AS n2,
           COUNT(DISTINCT user_id) FILTER (WHERE s3 IS NOT NULL) AS n3,
           COUNT(DISTINCT user_id) FILTER (WHERE s4 IS NOT NULL) AS n4
    FROM d
)
SELECT 1 AS step, 'view' AS event_name, n1 AS users, n1 / NULLIF(n1, 0) AS from_start,
       NULL::DOUBLE AS from_previous, NULL::BIGINT AS dropped FROM n
UNION ALL
SELECT 2, 'add_to_cart', n2, n2 / NULLIF(n1, 0), n2 / NULLIF(n1, 0), n1 - n2 FROM n
UNION ALL
SELECT 3, 'checkout', n3, n3 / NULLIF(n1, 0), n3 / NULLIF(n2, 0), n2 - n3 FROM n
UNION ALL
SELECT 4, 'purchase', n4, n4 / NULLIF(n1, 0), n4 / NULLIF(n3, 0), n3 - n4 FROM n
ORDER BY step
