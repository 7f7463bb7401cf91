WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT s.step, s.event_name, COUNT(DISTINCT e.user_id) AS users
FROM steps s
LEFT JOIN events e ON e.event_name = s.event_name AND e.event_ts IS NOT NULL
GROUP BY s.step, s.event_name
ORDER BY s.step
