-- style: arg_min per user, left join from the features
WITH a AS (
  SELECT user_id, MIN(assigned_at) AS t0, arg_min(grp, assigned_at) AS g FROM assignments GROUP BY user_id
), h AS (SELECT * FROM a WHERE g = 'holdout'),
n AS (SELECT COUNT(*) AS k FROM h),
f AS (SELECT DISTINCT feature FROM exposures),
l AS (
  SELECT e.feature, COUNT(DISTINCT e.user_id) AS leaked
  FROM exposures e JOIN h ON h.user_id = e.user_id AND e.exposed_at >= h.t0
  GROUP BY e.feature
)
SELECT f.feature, n.k AS holdout_users, COALESCE(l.leaked, 0) AS leaked_users,
       COALESCE(l.leaked, 0) / NULLIF(n.k, 0) AS leak_rate
FROM f CROSS JOIN n LEFT JOIN l ON l.feature = f.feature
