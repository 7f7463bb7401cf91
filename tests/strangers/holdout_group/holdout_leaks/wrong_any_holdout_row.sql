-- slip: everyone with any "holdout" row counts as held out, whatever the first assignment said
WITH h AS (SELECT user_id, MIN(assigned_at) AS t0 FROM assignments WHERE grp = 'holdout' GROUP BY user_id)
SELECT e.feature, (SELECT COUNT(*) FROM h) AS holdout_users,
       COUNT(DISTINCT CASE WHEN e.exposed_at >= h.t0 THEN h.user_id END) AS leaked_users,
       COUNT(DISTINCT CASE WHEN e.exposed_at >= h.t0 THEN h.user_id END) / NULLIF((SELECT COUNT(*) FROM h), 0) AS leak_rate
FROM exposures e LEFT JOIN h ON h.user_id = e.user_id
GROUP BY e.feature
