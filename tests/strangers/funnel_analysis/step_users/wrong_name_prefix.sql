-- names that only begin with a step's name are counted (view_item as view)
SELECT step, s.event_name, count(DISTINCT e.user_id) AS users
FROM (VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')) s(step, event_name)
LEFT JOIN events e ON e.event_name LIKE s.event_name || '%' AND e.event_ts IS NOT NULL GROUP BY ALL ORDER BY step
