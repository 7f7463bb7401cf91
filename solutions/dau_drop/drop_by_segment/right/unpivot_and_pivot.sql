-- style: UNPIVOT the three columns, then sums of CASE over users and days counted apart
WITH named AS (
    SELECT
        user_id,
        COALESCE(platform, 'unknown') AS platform,
        COALESCE(country, 'unknown') AS country,
        COALESCE(app_version, 'unknown') AS app_version,
        CASE event_time::DATE
            WHEN (SELECT before_day FROM period) THEN 0
            WHEN (SELECT after_day FROM period) THEN 1
        END AS later
    FROM events
    WHERE event_name <> 'push_received' AND event_name <> 'background_sync'
),

long AS (
    UNPIVOT (SELECT * FROM named WHERE later IS NOT NULL)
    ON platform, country, app_version INTO NAME dimension VALUE segment
),

per_user AS (
    SELECT dimension, segment, later, user_id, COUNT(*) AS n
    FROM long
    GROUP BY dimension, segment, later, user_id
),

overall AS (
    SELECT COALESCE(SUM(CASE later WHEN 1 THEN 1 ELSE -1 END), 0) AS delta
    FROM (SELECT DISTINCT later, user_id FROM named WHERE later IS NOT NULL AND user_id IS NOT NULL)
),

summed AS (
    SELECT
        dimension,
        segment,
        SUM(CASE WHEN later = 0 AND user_id IS NOT NULL THEN 1 ELSE 0 END) AS dau_before,
        SUM(CASE WHEN later = 1 AND user_id IS NOT NULL THEN 1 ELSE 0 END) AS dau_after,
        SUM(CASE WHEN later = 0 AND user_id IS NULL THEN n ELSE 0 END) AS orphans_before,
        SUM(CASE WHEN later = 1 AND user_id IS NULL THEN n ELSE 0 END) AS orphans_after
    FROM per_user
    GROUP BY dimension, segment
)

SELECT
    dimension,
    segment,
    dau_before,
    dau_after,
    dau_after - dau_before AS change,
    CASE WHEN delta <> 0 THEN (dau_after - dau_before)::DOUBLE / delta END AS share_of_change,
    orphans_before,
    orphans_after
FROM summed CROSS JOIN overall
