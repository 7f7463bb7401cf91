-- Your joins multiply users: somebody with three views and two carts after them makes six rows,
-- and you count rows. Reduce to one row per user before you join, or count distinct users.
-- rule: users
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
joined AS (
    SELECT v.user_id AS viewer, c.user_id AS carter, k.user_id AS checker, p.user_id AS buyer
    FROM clean AS v
    LEFT JOIN clean AS c
        ON c.user_id = v.user_id AND c.event_name = 'add_to_cart' AND c.event_ts >= v.event_ts
    LEFT JOIN clean AS k
        ON k.user_id = c.user_id AND k.event_name = 'checkout' AND k.event_ts >= c.event_ts
    LEFT JOIN clean AS p
        ON p.user_id = k.user_id AND p.event_name = 'purchase' AND p.event_ts >= k.event_ts
    WHERE v.event_name = 'view'
),
counts AS (
    SELECT COUNT(viewer) AS n1, COUNT(carter) AS n2, COUNT(checker) AS n3, COUNT(buyer) AS n4
    FROM joined
),
funnel AS (
    SELECT step, event_name, CASE step WHEN 1 THEN n1 WHEN 2 THEN n2 WHEN 3 THEN n3 ELSE n4 END AS users
    FROM steps CROSS JOIN counts
)
SELECT
    step, event_name, users,
    users / NULLIF(FIRST_VALUE(users) OVER by_step, 0) AS from_start,
    users / NULLIF(LAG(users) OVER by_step, 0) AS from_previous,
    LAG(users) OVER by_step - users AS dropped
FROM funnel
WINDOW by_step AS (ORDER BY step)
ORDER BY step
