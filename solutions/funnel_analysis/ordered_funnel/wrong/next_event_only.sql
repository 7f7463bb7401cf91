-- You asked that the next step is the very next event of the user. People look at another page in
-- between: any add_to_cart at or after the view will do, however many events lie between.
-- rule: chain
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
ordered AS (
    SELECT
        user_id,
        event_name AS e1,
        LEAD(event_name, 1) OVER in_order AS e2,
        LEAD(event_name, 2) OVER in_order AS e3,
        LEAD(event_name, 3) OVER in_order AS e4
    FROM (SELECT DISTINCT * FROM clean) LEFT JOIN steps USING (event_name)
    WINDOW in_order AS (PARTITION BY user_id ORDER BY event_ts, step)
),
depths AS (
    SELECT
        user_id,
        MAX(CASE
            WHEN e2 = 'add_to_cart' AND e3 = 'checkout' AND e4 = 'purchase' THEN 4
            WHEN e2 = 'add_to_cart' AND e3 = 'checkout' THEN 3
            WHEN e2 = 'add_to_cart' THEN 2
            ELSE 1
        END) AS depth
    FROM ordered
    WHERE e1 = 'view'
    GROUP BY user_id
),
funnel AS (
    SELECT steps.step, steps.event_name, COUNT(user_id) AS users
    FROM steps LEFT JOIN depths ON depth >= steps.step
    GROUP BY steps.step, steps.event_name
)
SELECT
    step, event_name, users,
    users / NULLIF(FIRST_VALUE(users) OVER by_step, 0) AS from_start,
    users / NULLIF(LAG(users) OVER by_step, 0) AS from_previous,
    LAG(users) OVER by_step - users AS dropped
FROM funnel
WINDOW by_step AS (ORDER BY step)
ORDER BY step
