-- You compared every step with the view only. A checkout after the view but before the cart is not
-- a step forward: compare each step with the time of the step just before it.
-- rule: chain
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
viewed AS (
    SELECT user_id, MIN(event_ts) AS view_ts
    FROM clean
    WHERE event_name = 'view'
    GROUP BY user_id
),
carted AS (
    SELECT DISTINCT user_id, view_ts
    FROM viewed JOIN clean USING (user_id)
    WHERE event_name = 'add_to_cart' AND event_ts >= view_ts
),
checked_out AS (
    SELECT DISTINCT user_id, view_ts
    FROM carted JOIN clean USING (user_id)
    WHERE event_name = 'checkout' AND event_ts >= view_ts
),
purchased AS (
    SELECT DISTINCT user_id, view_ts
    FROM checked_out JOIN clean USING (user_id)
    WHERE event_name = 'purchase' AND event_ts >= view_ts
),
reached AS (
    SELECT 1 AS step, user_id FROM viewed
    UNION ALL SELECT 2, user_id FROM carted
    UNION ALL SELECT 3, user_id FROM checked_out
    UNION ALL SELECT 4, user_id FROM purchased
),
funnel AS (
    SELECT steps.step, steps.event_name, COUNT(reached.user_id) AS users
    FROM steps LEFT JOIN reached USING (step)
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
