WITH friends AS (
    SELECT user_a AS user_id, user_b AS friend_id FROM edges
    UNION -- not ALL: a friendship counts once from either end, however often it was written down
    SELECT user_b, user_a FROM edges
)

SELECT
    u.user_id,
    u.treated,
    COUNT(f.user_id) AS neighbours,
    COUNT(CASE WHEN f.treated THEN 1 END) AS treated_neighbours,
    AVG(CAST(f.treated AS INTEGER)) AS exposure
FROM users AS u
LEFT JOIN friends ON friends.user_id = u.user_id AND friends.friend_id <> u.user_id
LEFT JOIN users AS f ON f.user_id = friends.friend_id
GROUP BY u.user_id, u.treated
ORDER BY u.user_id
