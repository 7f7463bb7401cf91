-- You let 'View' count as 'view'. In these logs another spelling is another event (a different
-- client wrote it): compare the name as it is, without changing its case.
-- rule: steps
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT steps.step, steps.event_name, COUNT(DISTINCT events.user_id) AS users
FROM steps
LEFT JOIN events
    ON LOWER(events.event_name) = steps.event_name AND events.event_ts IS NOT NULL
GROUP BY steps.step, steps.event_name
ORDER BY steps.step
