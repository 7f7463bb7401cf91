-- Your rows are right but sorted by the name of the step: add_to_cart comes before view only in
-- the alphabet. Sort by the step number.
-- rule: steps
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT step, event_name, COUNT(DISTINCT user_id) AS users
FROM steps
LEFT JOIN (SELECT * FROM events WHERE event_ts IS NOT NULL) AS known USING (event_name)
GROUP BY step, event_name
ORDER BY event_name
