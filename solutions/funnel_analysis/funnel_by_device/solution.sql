WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name, COALESCE(device, 'unknown') AS device
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
-- Where a user belongs: the device of the first view, equal times by device.
home AS (
    SELECT user_id, device
    FROM clean
    WHERE event_name = 'view'
    QUALIFY ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_ts, device) = 1
),
-- How deep a user gets: every view opens a window, all events count whatever their device.
views AS (
    SELECT user_id, event_ts AS viewed_at
    FROM clean
    WHERE event_name = 'view'
),
to_cart AS (
    SELECT *, (
        SELECT MIN(clean.event_ts)
        FROM clean
        WHERE clean.user_id = views.user_id
          AND clean.event_name = 'add_to_cart'
          AND clean.event_ts >= views.viewed_at
    ) AS carted_at
    FROM views
),
to_checkout AS (
    SELECT *, (
        SELECT MIN(clean.event_ts)
        FROM clean
        WHERE clean.user_id = to_cart.user_id
          AND clean.event_name = 'checkout'
          AND clean.event_ts >= to_cart.carted_at
    ) AS checked_out_at
    FROM to_cart
),
to_purchase AS (
    SELECT *, (
        SELECT MIN(clean.event_ts)
        FROM clean
        WHERE clean.user_id = to_checkout.user_id
          AND clean.event_name = 'purchase'
          AND clean.event_ts >= to_checkout.checked_out_at
    ) AS purchased_at
    FROM to_checkout
),
users_depth AS (
    SELECT
        user_id,
        MAX(CASE
            WHEN purchased_at <= viewed_at + INTERVAL 7 DAY THEN 4
            WHEN checked_out_at <= viewed_at + INTERVAL 7 DAY THEN 3
            WHEN carted_at <= viewed_at + INTERVAL 7 DAY THEN 2
            ELSE 1
        END) AS depth
    FROM to_purchase
    GROUP BY user_id
),
-- Every user times the four steps, so that a step which nobody of a device reached keeps its row.
funnel AS (
    SELECT home.device, steps.step, steps.event_name, COUNT(users_depth.user_id) AS users
    FROM home
    CROSS JOIN steps
    LEFT JOIN users_depth ON users_depth.user_id = home.user_id AND users_depth.depth >= steps.step
    GROUP BY home.device, steps.step, steps.event_name
)
SELECT
    device,
    step,
    event_name,
    users,
    users / NULLIF(FIRST_VALUE(users) OVER by_step, 0) AS from_start,
    users / NULLIF(LAG(users) OVER by_step, 0) AS from_previous,
    LAG(users) OVER by_step - users AS dropped
FROM funnel
WINDOW by_step AS (PARTITION BY device ORDER BY step)
ORDER BY device, step
