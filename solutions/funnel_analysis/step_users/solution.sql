WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT
    steps.step,
    steps.event_name,
    COUNT(DISTINCT events.user_id) AS users  -- a missing user_id is not counted
FROM steps
LEFT JOIN events                             -- LEFT: a step that nobody did keeps its row
    ON events.event_name = steps.event_name
    AND events.event_ts IS NOT NULL          -- here, not in WHERE, for the same reason
GROUP BY steps.step, steps.event_name
ORDER BY steps.step
