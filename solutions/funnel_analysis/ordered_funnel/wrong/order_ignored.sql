-- You counted who ever did the step. A purchase before the view is not a conversion: a user
-- reaches a step only with all the steps before it, and at or after their times.
-- rule: chain
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
funnel AS (
    SELECT step, event_name, COUNT(DISTINCT user_id) AS users
    FROM steps LEFT JOIN clean USING (event_name)
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
