-- You let each step come up to 7 days after the step before it, so a path can take 21 days. The
-- window is for the whole chain: test every step against the view's time + 7 days.
-- rule: window
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
),
reached AS (
    SELECT DISTINCT 1 AS step, user_id FROM clean WHERE event_name = 'view'
    UNION ALL
    SELECT DISTINCT UNNEST([2, IF(k.user_id IS NULL, NULL, 3), IF(p.user_id IS NULL, NULL, 4)]), v.user_id
    FROM clean AS v
    JOIN clean AS c
        ON c.user_id = v.user_id AND c.event_name = 'add_to_cart'
        AND c.event_ts BETWEEN v.event_ts AND v.event_ts + INTERVAL 7 DAY
    LEFT JOIN clean AS k
        ON k.user_id = c.user_id AND k.event_name = 'checkout'
        AND k.event_ts BETWEEN c.event_ts AND c.event_ts + INTERVAL 7 DAY
    LEFT JOIN clean AS p
        ON p.user_id = k.user_id AND p.event_name = 'purchase'
        AND p.event_ts BETWEEN k.event_ts AND k.event_ts + INTERVAL 7 DAY
    WHERE v.event_name = 'view'
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
