-- Slip: duplicates are removed per (user, timestamp, event) and the remaining rows counted, so a user who does a step at two different times counts twice.
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
clean AS (
    SELECT DISTINCT user_id, event_ts, event_name
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
)
SELECT s.step, s.event_name, COUNT(c.user_id) AS users
FROM steps s
LEFT JOIN clean c USING (event_name)
GROUP BY s.step, s.event_name
ORDER BY s.step
