-- You counted events. Somebody who views ten pages is one user of the step: count each user_id
-- once, however many events it has.
-- rule: users
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT step, event_name, COUNT(user_id) AS users
FROM steps
LEFT JOIN (SELECT * FROM events WHERE event_ts IS NOT NULL) AS known USING (event_name)
GROUP BY step, event_name
ORDER BY step
