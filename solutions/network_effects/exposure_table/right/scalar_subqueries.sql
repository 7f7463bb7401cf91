-- style: every user against every other one, with EXISTS for the friendship
WITH pairs AS (
    SELECT me.user_id, other.treated
    FROM users me, users other
    WHERE me.user_id <> other.user_id
      AND EXISTS (
          SELECT 1 FROM edges e
          WHERE (e.user_a = me.user_id AND e.user_b = other.user_id)
             OR (e.user_b = me.user_id AND e.user_a = other.user_id)
      )
)
SELECT
    u.user_id,
    u.treated,
    (SELECT COUNT(*) FROM pairs p WHERE p.user_id = u.user_id) AS neighbours,
    (SELECT COUNT(*) FROM pairs p WHERE p.user_id = u.user_id AND p.treated) AS treated_neighbours,
    (SELECT AVG(p.treated::INT) FROM pairs p WHERE p.user_id = u.user_id) AS exposure
FROM users u
