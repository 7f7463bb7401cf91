-- You compared the first time of each event. The first cart may come before the first view while a
-- later cart follows it: take the first cart that is at or after the view, not the first cart of
-- all.
-- rule: chain
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
firsts AS (
    SELECT
        user_id,
        MIN(event_ts) FILTER (event_name = 'view') AS view_ts,
        MIN(event_ts) FILTER (event_name = 'add_to_cart') AS cart_ts,
        MIN(event_ts) FILTER (event_name = 'checkout') AS checkout_ts,
        MIN(event_ts) FILTER (event_name = 'purchase') AS purchase_ts
    FROM clean
    GROUP BY user_id
),
depths AS (
    SELECT
        user_id,
        CASE
            WHEN view_ts IS NULL THEN 0
            WHEN view_ts <= cart_ts AND cart_ts <= checkout_ts AND checkout_ts <= purchase_ts THEN 4
            WHEN view_ts <= cart_ts AND cart_ts <= checkout_ts THEN 3
            WHEN view_ts <= cart_ts THEN 2
            ELSE 1
        END AS depth
    FROM firsts
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
