-- Correlated subquery per step over de-duplicated rows; steps numbered by UNNEST WITH ORDINALITY.
SELECT s.step, s.event_name, (
    SELECT COUNT(*)
    FROM (
        SELECT DISTINCT user_id, event_name
        FROM events
        WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
    ) AS e
    WHERE e.event_name = s.event_name
) AS users
FROM UNNEST(['view', 'add_to_cart', 'checkout', 'purchase']) WITH ORDINALITY AS s(event_name, step)
ORDER BY s.step
