WITH RECURSIVE steps(step, event_name) AS (
    VALUES (1, 'view'), (2, 'add_to_cart'), (3, 'checkout'), (4, 'purchase')
),
e AS (
    SELECT DISTINCT ev.user_id, s.step, ev.event_ts AS ts
    FROM events ev JOIN steps s ON s.event_name = ev.event_name
    WHERE ev.user_id IS NOT NULL AND ev.event_ts IS NOT NULL
),
chain(user_id, step, opened, ts) AS (
    SELECT user_id, step, ts, ts FROM e WHERE step = 1
    UNION
    SELECT e.user_id, e.step, chain.opened, e.ts
    FROM chain
    JOIN e ON e.user_id = chain.user_id
          AND e.step = chain.step + 1
          AND e.ts BETWEEN chain.ts AND chain.opened + INTERVAL 168 HOUR
),
u AS (
    SELECT steps.step, steps.event_name, COUNT(DISTINCT chain.user_id) AS users
    FROM steps LEFT JOIN chain ON chain.step = steps.step
    GROUP BY steps.step, steps.event_name
)
SELECT cur.step, cur.event_name, cur.users,
       cur.users / NULLIF(top.users, 0) AS from_start,
       cur.users / NULLIF(prev.users, 0) AS from_previous,
       prev.users - cur.users AS dropped
FROM u AS cur
JOIN u AS top ON top.step = 1
LEFT JOIN u AS prev ON prev.step = cur.step - 1
ORDER BY cur.step
