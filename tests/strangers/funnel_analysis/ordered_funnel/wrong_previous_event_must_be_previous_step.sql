-- Slip: a step counts only when the directly preceding funnel event of the user is the step before, so an interleaved repeat (view, cart, view, checkout) breaks the chain.
WITH e AS (
    SELECT DISTINCT user_id, event_ts, event_name,
           CASE event_name WHEN 'view' THEN 1 WHEN 'add_to_cart' THEN 2
                           WHEN 'checkout' THEN 3 WHEN 'purchase' THEN 4 END AS step
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
      AND event_name IN ('view', 'add_to_cart', 'checkout', 'purchase')
),
l AS (
    SELECT *,
           LAG(step, 1) OVER w AS p1, LAG(step, 2) OVER w AS p2, LAG(step, 3) OVER w AS p3
    FROM e
    WINDOW w AS (PARTITION BY user_id ORDER BY event_ts, step)
),
r AS (
    SELECT 1 AS step, user_id FROM l WHERE step = 1
    UNION SELECT 2, user_id FROM l WHERE step = 2 AND p1 = 1
    UNION SELECT 3, user_id FROM l WHERE step = 3 AND p1 = 2 AND p2 = 1
    UNION SELECT 4, user_id FROM l WHERE step = 4 AND p1 = 3 AND p2 = 2 AND p3 = 1
),
n AS (
    SELECT s.step, s.event_name, COUNT(r.user_id) AS users
    FROM (VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')) AS s(step, event_name)
    LEFT JOIN r ON r.step = s.step
    GROUP BY ALL
)
SELECT step, event_name, users,
       users / NULLIF(MAX(users) FILTER (WHERE step = 1) OVER (), 0) AS from_start,
       users / NULLIF(LAG(users) OVER (ORDER BY step), 0) AS from_previous,
       LAG(users) OVER (ORDER BY step) - users AS dropped
FROM n
ORDER BY step
