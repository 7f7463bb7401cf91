-- other event names listed
SELECT row_number() OVER (ORDER BY coalesce(list_position(['view', 'add_to_cart', 'checkout', 'purchase'], event_name), 9), event_name) AS step, event_name, count(DISTINCT user_id) AS users
FROM (SELECT event_name, user_id FROM events WHERE event_ts IS NOT NULL AND event_name IS NOT NULL AND user_id IS NOT NULL
      UNION ALL SELECT unnest(['view', 'add_to_cart', 'checkout', 'purchase']), NULL) GROUP BY event_name ORDER BY step
