-- style: each day by itself, then a FULL JOIN of the two
WITH long AS (
    SELECT
        event_time::DATE AS day,
        user_id,
        unnest(['platform', 'country', 'app_version']) AS dimension,
        COALESCE(unnest([platform, country, app_version]), 'unknown') AS segment
    FROM events
    WHERE NOT (event_name = 'push_received' OR event_name = 'background_sync')
),

by_day AS (
    SELECT
        day,
        dimension,
        segment,
        COUNT(DISTINCT user_id) AS dau,
        SUM((user_id IS NULL)::INT) AS orphans
    FROM long
    GROUP BY day, dimension, segment
),

total AS (
    SELECT
        (SELECT COUNT(DISTINCT user_id) FROM long WHERE day = after_day)
        - (SELECT COUNT(DISTINCT user_id) FROM long WHERE day = before_day) AS delta
    FROM period
),

before AS (SELECT * FROM by_day WHERE day = (SELECT before_day FROM period)),

after AS (SELECT * FROM by_day WHERE day = (SELECT after_day FROM period)),

both_days AS (
    SELECT
        dimension,
        segment,
        COALESCE(before.dau, 0) AS dau_before,
        COALESCE(after.dau, 0) AS dau_after,
        COALESCE(before.orphans, 0) AS orphans_before,
        COALESCE(after.orphans, 0) AS orphans_after
    FROM before
    FULL JOIN after USING (dimension, segment)
)

SELECT
    dimension,
    segment,
    dau_before,
    dau_after,
    dau_after - dau_before AS change,
    IF(delta = 0, NULL, change / delta) AS share_of_change,
    orphans_before,
    orphans_after
FROM both_days, total
