-- You counted rows that have no event_ts. They are ignored in all four answers: exclude them before
-- you join the events to the steps, not after it, or empty steps disappear.
-- rule: missing
WITH steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
)
SELECT step, event_name, COUNT(DISTINCT user_id) AS users
FROM steps LEFT JOIN events USING (event_name)
GROUP BY step, event_name
ORDER BY step
