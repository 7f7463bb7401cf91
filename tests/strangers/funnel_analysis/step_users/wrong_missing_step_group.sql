-- Slip: an inner grouping over the events, so a step nobody did has no row instead of 0.
SELECT CASE event_name WHEN 'view' THEN 1 WHEN 'add_to_cart' THEN 2
                       WHEN 'checkout' THEN 3 ELSE 4 END AS step,
       event_name,
       COUNT(DISTINCT user_id) AS users
FROM events
WHERE event_name IN ('view', 'add_to_cart', 'checkout', 'purchase')
  AND user_id IS NOT NULL
  AND event_ts IS NOT NULL
GROUP BY event_name
ORDER BY step
