-- Your from_previous divides by the users of step 1. That is from_start; for from_previous divide
-- by the users of the step just before (LAG, in pandas shift).
-- rule: ratios
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
    FROM viewed JOIN clean USING (user_id)
    WHERE clean.event_name = 'add_to_cart' AND clean.event_ts >= viewed.reached_at
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
    CASE WHEN step > 1 THEN users / NULLIF(FIRST_VALUE(users) OVER by_step, 0) END AS from_previous,
    LAG(users) OVER by_step - users AS dropped
FROM funnel
WINDOW by_step AS (ORDER BY step)
ORDER BY step
