-- You let users enter without a view: whoever starts with add_to_cart counts in your step 2
-- although they never were in step 1. Carry only users forward who have a view.
-- rule: no_gap
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
viewed AS (
    SELECT user_id, MIN(event_ts) AS reached_at
    FROM clean
    WHERE event_name = 'view'
    GROUP BY user_id
),
carted AS (
    SELECT clean.user_id, MIN(clean.event_ts) AS reached_at
    FROM clean LEFT JOIN viewed USING (user_id)
    WHERE clean.event_name = 'add_to_cart'
      AND (viewed.reached_at IS NULL OR clean.event_ts >= viewed.reached_at)
    GROUP BY clean.user_id
),
checked_out AS (
    SELECT clean.user_id, MIN(clean.event_ts) AS reached_at
    FROM carted JOIN clean USING (user_id)
    WHERE clean.event_name = 'checkout' AND clean.event_ts >= carted.reached_at
    GROUP BY clean.user_id
),
purchased AS (
    SELECT clean.user_id, MIN(clean.event_ts) AS reached_at
    FROM checked_out JOIN clean USING (user_id)
    WHERE clean.event_name = 'purchase' AND clean.event_ts >= checked_out.reached_at
    GROUP BY clean.user_id
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
