-- style: normalise each edge, remove repeats, mirror, and join only edges between known users
WITH once AS (
    SELECT DISTINCT LEAST(e.user_a, e.user_b) AS low, GREATEST(e.user_a, e.user_b) AS high
    FROM edges e
    WHERE e.user_a <> e.user_b
      AND e.user_a IN (SELECT user_id FROM users)
      AND e.user_b IN (SELECT user_id FROM users)
),
ends AS (
    SELECT low AS me, high AS other FROM once
    UNION ALL
    SELECT high, low FROM once
),
counted AS (
    SELECT ends.me, COUNT(*) AS n, SUM(CASE WHEN u.treated THEN 1 ELSE 0 END) AS n_treated
    FROM ends JOIN users u ON u.user_id = ends.other
    GROUP BY ends.me
)
SELECT
    u.user_id,
    u.treated,
    COALESCE(c.n, 0) AS neighbours,
    COALESCE(c.n_treated, 0)::BIGINT AS treated_neighbours,
    c.n_treated / c.n AS exposure
FROM users u LEFT JOIN counted c ON c.me = u.user_id
