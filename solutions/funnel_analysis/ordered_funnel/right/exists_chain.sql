-- Existential: for each user and step, is there any chain at all? Plain joins of the events with
-- themselves inside EXISTS; NULLIF-free ratios by CASE.
WITH clean AS (
    SELECT DISTINCT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
people AS (SELECT DISTINCT user_id FROM clean),
counts AS (
    SELECT
        COUNT(*) FILTER (WHERE EXISTS (
            SELECT 1 FROM clean AS v WHERE v.user_id = people.user_id AND v.event_name = 'view'
        )) AS n1,
        COUNT(*) FILTER (WHERE EXISTS (
            SELECT 1
            FROM clean AS v
            JOIN clean AS c ON c.user_id = v.user_id AND c.event_ts >= v.event_ts
            WHERE v.user_id = people.user_id
              AND v.event_name = 'view' AND c.event_name = 'add_to_cart'
        )) AS n2,
        COUNT(*) FILTER (WHERE EXISTS (
            SELECT 1
            FROM clean AS v
            JOIN clean AS c ON c.user_id = v.user_id AND c.event_ts >= v.event_ts
            JOIN clean AS k ON k.user_id = c.user_id AND k.event_ts >= c.event_ts
            WHERE v.user_id = people.user_id
              AND v.event_name = 'view' AND c.event_name = 'add_to_cart' AND k.event_name = 'checkout'
        )) AS n3,
        COUNT(*) FILTER (WHERE EXISTS (
            SELECT 1
            FROM clean AS v
            JOIN clean AS c ON c.user_id = v.user_id AND c.event_ts >= v.event_ts
            JOIN clean AS k ON k.user_id = c.user_id AND k.event_ts >= c.event_ts
            JOIN clean AS p ON p.user_id = k.user_id AND p.event_ts >= k.event_ts
            WHERE v.user_id = people.user_id
              AND v.event_name = 'view' AND c.event_name = 'add_to_cart'
              AND k.event_name = 'checkout' AND p.event_name = 'purchase'
        )) AS n4
    FROM people
)
SELECT 1 AS step, 'view' AS event_name, n1 AS users,
       CASE WHEN n1 > 0 THEN 1.0 END AS from_start, NULL AS from_previous, NULL AS dropped
FROM counts
UNION ALL
SELECT 2, 'add_to_cart', n2, CASE WHEN n1 > 0 THEN n2 / n1 END, CASE WHEN n1 > 0 THEN n2 / n1 END, n1 - n2
FROM counts
UNION ALL
SELECT 3, 'checkout', n3, CASE WHEN n1 > 0 THEN n3 / n1 END, CASE WHEN n2 > 0 THEN n3 / n2 END, n2 - n3
FROM counts
UNION ALL
SELECT 4, 'purchase', n4, CASE WHEN n1 > 0 THEN n4 / n1 END, CASE WHEN n3 > 0 THEN n4 / n3 END, n3 - n4
FROM counts
ORDER BY step
