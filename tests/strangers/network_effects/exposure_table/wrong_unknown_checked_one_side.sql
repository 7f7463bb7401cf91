-- slip: an unknown id is ignored only in user_a, in user_b it counts as a neighbour (users 1 and 2, edges (1,2), (1,99))
WITH pairs AS (
    SELECT DISTINCT LEAST(user_a, user_b) AS lo, GREATEST(user_a, user_b) AS hi
    FROM edges
    WHERE user_a <> user_b
      AND user_a IN (SELECT user_id FROM users)
),
mirrored AS (
    SELECT lo AS me, hi AS friend FROM pairs
    UNION ALL
    SELECT hi AS me, lo AS friend FROM pairs
)
SELECT u.user_id,
       ANY_VALUE(u.treated) AS treated,
       COUNT(m.friend) AS neighbours,
       COUNT(m.friend) FILTER (WHERE f.treated) AS treated_neighbours,
       COUNT(m.friend) FILTER (WHERE f.treated)::DOUBLE / NULLIF(COUNT(m.friend), 0) AS exposure
FROM users AS u
LEFT JOIN mirrored AS m ON m.me = u.user_id
LEFT JOIN users AS f ON f.user_id = m.friend
GROUP BY u.user_id
