-- You take the step before across devices: step 1 of a device is compared with step 4 of the device
-- before it. Stay inside each device (PARTITION BY device, in pandas groupby), so that step 1 has no
-- step before.
-- rule: devices
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT DISTINCT user_id, event_ts, event_name, COALESCE(device, 'unknown') AS device
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
home AS (
    SELECT user_id, device
    FROM clean
    WHERE event_name = 'view'
    QUALIFY ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_ts, device) = 1
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
    SELECT user_id, MAX(CASE
        WHEN t4 <= t1 + INTERVAL 7 DAY THEN 4
        WHEN t3 <= t1 + INTERVAL 7 DAY THEN 3
        WHEN t2 <= t1 + INTERVAL 7 DAY THEN 2
        ELSE 1 END) AS depth
    FROM hop4
    GROUP BY user_id
),
funnel AS (
    SELECT home.device, step, event_name, COUNT(depths.user_id) AS users
    FROM home
    CROSS JOIN steps
    LEFT JOIN depths ON depths.user_id = home.user_id AND depth >= step
    GROUP BY home.device, step, event_name
)
SELECT
    device, step, event_name, users,
    users / NULLIF(FIRST_VALUE(users) OVER (PARTITION BY device ORDER BY step), 0) AS from_start,
    users / NULLIF(LAG(users) OVER (ORDER BY device, step), 0) AS from_previous,
    LAG(users) OVER (ORDER BY device, step) - users AS dropped
FROM funnel
ORDER BY device, step
