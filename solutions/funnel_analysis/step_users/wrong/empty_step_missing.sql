-- A step that nobody did has vanished from your table. Start from the list of the four steps and
-- left join the events to it, so that the step stays with 0 users.
-- rule: all_steps
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT step, event_name, COUNT(DISTINCT user_id) AS users
FROM steps
JOIN events USING (event_name)
WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
GROUP BY step, event_name
ORDER BY step
