-- You divide by the users who met the feature. The rate asks how much of the holdout got in: divide
-- by the number of held-out users.
-- rule: rate
WITH first_assignments AS (
    SELECT
        a.user_id,
        MIN(a.assigned_at) AS since,
        ARG_MIN(a.grp, a.assigned_at) AS grp
    FROM assignments AS a
    GROUP BY a.user_id
),

held_out AS (
    SELECT user_id, since FROM first_assignments WHERE grp = 'holdout'
)

SELECT
    e.feature,
    (SELECT COUNT(*) FROM held_out) AS holdout_users,
    COUNT(DISTINCT h.user_id) AS leaked_users,
    CASE
        WHEN (SELECT COUNT(*) FROM held_out) > 0
            THEN COUNT(DISTINCT h.user_id) / COUNT(DISTINCT e.user_id)
    END AS leak_rate
FROM exposures AS e
LEFT JOIN held_out AS h ON h.user_id = e.user_id AND e.exposed_at >= h.since
GROUP BY e.feature
