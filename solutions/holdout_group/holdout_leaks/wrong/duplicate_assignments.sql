-- Every row of assignments counts here, so a user who was assigned twice is two users, or stands in
-- both groups. Make one row per user first, the earliest.
-- rule: assignment
WITH held_out AS (
    SELECT user_id, assigned_at AS since FROM assignments WHERE grp = 'holdout'
)

SELECT
    e.feature,
    (SELECT COUNT(*) FROM held_out) AS holdout_users,
    COUNT(DISTINCT h.user_id) AS leaked_users,
    COUNT(DISTINCT h.user_id) / NULLIF((SELECT COUNT(*) FROM held_out), 0) AS leak_rate
FROM exposures AS e
LEFT JOIN held_out AS h ON h.user_id = e.user_id AND e.exposed_at >= h.since
GROUP BY e.feature
