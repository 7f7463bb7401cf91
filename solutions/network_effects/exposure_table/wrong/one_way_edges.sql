-- A friendship is one undirected edge seen from both ends. You count the friends of user_a only;
-- mirror the edges, so that user_b has a friend too.
-- rule: undirected
WITH friends AS (
    SELECT DISTINCT user_a AS user_id, user_b AS friend_id FROM edges
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
