-- You counted every view as an entry of its own. Views open windows, but people are counted: keep
-- the deepest step per user before you count.
-- rule: any_view
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
views AS (
    SELECT DISTINCT user_id, event_ts AS t1
    FROM clean
    WHERE event_name = 'view'
),
hop2 AS (
    SELECT *, (
        SELECT MIN(event_ts)
        FROM clean AS e
        WHERE e.user_id = views.user_id AND e.event_name = 'add_to_cart' AND e.event_ts >= views.t1
    ) AS t2
    FROM views
),
hop3 AS (
    SELECT *, (
        SELECT MIN(event_ts)
        FROM clean AS e
        WHERE e.user_id = hop2.user_id AND e.event_name = 'checkout' AND e.event_ts >= hop2.t2
    ) AS t3
    FROM hop2
),
hop4 AS (
    SELECT *, (
        SELECT MIN(event_ts)
        FROM clean AS e
        WHERE e.user_id = hop3.user_id AND e.event_name = 'purchase' AND e.event_ts >= hop3.t3
    ) AS t4
    FROM hop3
),
depths AS (
    SELECT user_id, t1, CASE
        WHEN t4 <= t1 + INTERVAL 7 DAY THEN 4
        WHEN t3 <= t1 + INTERVAL 7 DAY THEN 3
        WHEN t2 <= t1 + INTERVAL 7 DAY THEN 2
        ELSE 1 END AS depth
    FROM hop4
),
funnel AS (
    SELECT step, event_name, COUNT(user_id) AS users
    FROM steps LEFT JOIN depths ON depth >= step
    GROUP BY step, event_name
)
SELECT
    step, event_name, users,
    users / NULLIF(FIRST_VALUE(users) OVER by_step, 0) AS from_start,
    users / NULLIF(LAG(users) OVER by_step, 0) AS from_previous,
    LAG(users) OVER by_step - users AS dropped
FROM funnel
WINDOW by_step AS (ORDER BY step)
ORDER BY step
