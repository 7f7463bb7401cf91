-- a step nobody did is missing
SELECT list_position(['view', 'add_to_cart', 'checkout', 'purchase'], event_name) AS step, event_name, count(DISTINCT user_id) AS users
FROM events WHERE event_ts IS NOT NULL AND user_id IS NOT NULL AND event_name IN ('view', 'add_to_cart', 'checkout', 'purchase') GROUP BY ALL ORDER BY step
