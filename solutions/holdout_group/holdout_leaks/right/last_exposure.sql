-- style: one row per user and feature with the last exposure, DISTINCT ON, a sum of yes and no
WITH assigned AS (
    SELECT DISTINCT ON (user_id) user_id, assigned_at, grp
    FROM assignments
    ORDER BY user_id, assigned_at
),
size AS (
    SELECT COUNT(*) FILTER (WHERE grp = 'holdout') AS n FROM assigned
),
met AS (
    SELECT user_id, feature, MAX(exposed_at) AS last_seen FROM exposures GROUP BY ALL
)
SELECT
    met.feature,
    ANY_VALUE(size.n) AS holdout_users,
    SUM(COALESCE(assigned.grp = 'holdout' AND met.last_seen >= assigned.assigned_at, FALSE)::INT)
        AS leaked_users,
    leaked_users / NULLIF(holdout_users, 0) AS leak_rate
FROM met
CROSS JOIN size
LEFT JOIN assigned USING (user_id)
GROUP BY met.feature
