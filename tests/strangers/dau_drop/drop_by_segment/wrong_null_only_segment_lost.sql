-- slip: segments are listed only where some event has a user, so a segment with nothing but NULL-user events vanishes; differs: one 'open' with user NULL, platform 'web' on the after day (web row missing)
WITH q AS (
  SELECT e.user_id, e.platform, e.country, e.app_version,
         e.event_time::DATE = p.before_day::DATE AS is_before,
         e.event_time::DATE = p.after_day::DATE AS is_after
  FROM events e CROSS JOIN period p
  WHERE e.event_name NOT IN ('push_received', 'background_sync')
    AND e.event_time::DATE IN (p.before_day::DATE, p.after_day::DATE)
), tot AS (
  SELECT COUNT(DISTINCT user_id) FILTER (WHERE is_after) - COUNT(DISTINCT user_id) FILTER (WHERE is_before) AS d FROM q
), long AS (
  SELECT 'platform' AS dimension, COALESCE(platform, 'unknown') AS segment, user_id, is_before, is_after FROM q
  UNION ALL SELECT 'country', COALESCE(country, 'unknown'), user_id, is_before, is_after FROM q
  UNION ALL SELECT 'app_version', COALESCE(app_version, 'unknown'), user_id, is_before, is_after FROM q
), agg AS (
  SELECT dimension, segment,
         COUNT(DISTINCT user_id) FILTER (WHERE is_before) AS dau_before,
         COUNT(DISTINCT user_id) FILTER (WHERE is_after) AS dau_after,
         COUNT(*) FILTER (WHERE is_before AND user_id IS NULL) AS orphans_before,
         COUNT(*) FILTER (WHERE is_after AND user_id IS NULL) AS orphans_after
  FROM long GROUP BY dimension, segment
  HAVING COUNT(user_id) > 0
)
SELECT dimension, segment, dau_before, dau_after,
       dau_after - dau_before AS change,
       (dau_after - dau_before) / NULLIF(tot.d, 0)::DOUBLE AS share_of_change,
       orphans_before, orphans_after
FROM agg CROSS JOIN tot
