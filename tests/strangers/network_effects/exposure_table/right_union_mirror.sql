-- style: one query, DISTINCT least/greatest pairs mirrored with UNION ALL
WITH pairs AS (
    SELECT DISTINCT LEAST(e.user_a, e.user_b) AS lo, GREATEST(e.user_a, e.user_b) AS hi
    FROM edges AS e
    JOIN users AS ua ON ua.user_id = e.user_a
    JOIN users AS ub ON ub.user_id = e.user_b
    WHERE e.user_a <> e.user_b
),
mirrored AS (
    SELECT lo AS me, hi AS friend FROM pairs
    UNION ALL
    SELECT hi, lo FROM pairs
),
counts AS (
    SELECT m.me, COUNT(*) AS neighbours, COUNT(*) FILTER (WHERE f.treated) AS treated_neighbours
    FROM mirrored AS m
    JOIN users AS f ON f.user_id = m.friend
    GROUP BY m.me
)
SELECT u.user_id,
       u.treated,
       COALESCE(c.neighbours, 0) AS neighbours,
       COALESCE(c.treated_neighbours, 0) AS treated_neighbours,
       c.treated_neighbours::DOUBLE / c.neighbours AS exposure
FROM users AS u
LEFT JOIN counts AS c ON c.me = u.user_id
