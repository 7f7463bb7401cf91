-- A NULL user id is a logging fault, not one more active customer. Here the orphans of a segment
-- are one user more.
-- rule: orphan
WITH seen AS (
    SELECT
        user_id,
        platform,
        country,
        app_version,
        event_time::DATE = before_day AS is_before
    FROM events, period
    WHERE event_time::DATE IN (before_day, after_day)
      AND event_name NOT IN ('push_received', 'background_sync')
),

total AS (
    SELECT
        COUNT(DISTINCT COALESCE(user_id, '(nobody)')) FILTER (WHERE NOT is_before)
        - COUNT(DISTINCT COALESCE(user_id, '(nobody)')) FILTER (WHERE is_before) AS total_change
    FROM seen
),

long AS (
    SELECT 'platform' AS dimension, platform AS segment, user_id, is_before FROM seen
    UNION ALL
    SELECT 'country', country, user_id, is_before FROM seen
    UNION ALL
    SELECT 'app_version', app_version, user_id, is_before FROM seen
),

counted AS (
    SELECT
        dimension,
        COALESCE(segment, 'unknown') AS segment,
        COUNT(DISTINCT COALESCE(user_id, '(nobody)')) FILTER (WHERE is_before) AS dau_before,
        COUNT(DISTINCT COALESCE(user_id, '(nobody)')) FILTER (WHERE NOT is_before) AS dau_after,
        COUNT(*) FILTER (WHERE is_before AND user_id IS NULL) AS orphans_before,
        COUNT(*) FILTER (WHERE NOT is_before AND user_id IS NULL) AS orphans_after
    FROM long
    GROUP BY ALL
)

SELECT
    dimension,
    segment,
    dau_before,
    dau_after,
    dau_after - dau_before AS change,
    (dau_after - dau_before) / NULLIF(total_change, 0) AS share_of_change,
    orphans_before,
    orphans_after
FROM counted, total
ORDER BY dimension, segment
