-- counts events, not distinct users
SELECT step, s.event_name, count(e.user_id) AS users
FROM (VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')) s(step, event_name)
LEFT JOIN events e ON e.event_name = s.event_name AND e.event_ts IS NOT NULL GROUP BY ALL ORDER BY step
