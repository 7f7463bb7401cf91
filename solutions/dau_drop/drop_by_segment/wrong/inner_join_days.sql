-- Only segments that are there on both days are left here. A segment that vanished is the
-- headline, and it was joined away; keep every segment of either day, with 0 where there is
-- nobody.
-- rule: segments
WITH seen AS (
    SELECT *, event_time::DATE AS day FROM events
    WHERE event_name NOT IN ('push_received', 'background_sync')
),

long AS (
    SELECT 'platform' AS dimension, COALESCE(platform, 'unknown') AS segment, user_id, day FROM seen
    UNION ALL
    SELECT 'country', COALESCE(country, 'unknown'), user_id, day FROM seen
    UNION ALL
    SELECT 'app_version', COALESCE(app_version, 'unknown'), user_id, day FROM seen
),

by_day AS (
    SELECT
        dimension,
        segment,
        day,
        COUNT(DISTINCT user_id) AS dau,
        COUNT(*) FILTER (WHERE user_id IS NULL) AS orphans
    FROM long
    GROUP BY ALL
),

totals AS (SELECT day, COUNT(DISTINCT user_id) AS dau FROM seen GROUP BY day)

SELECT
    b.dimension,
    b.segment,
    b.dau AS dau_before,
    a.dau AS dau_after,
    a.dau - b.dau AS change,
    (a.dau - b.dau) / NULLIF(ta.dau - tb.dau, 0) AS share_of_change,
    b.orphans AS orphans_before,
    a.orphans AS orphans_after
FROM period
JOIN by_day AS b ON b.day = before_day
JOIN by_day AS a ON a.day = after_day AND a.dimension = b.dimension AND a.segment = b.segment
JOIN totals AS tb ON tb.day = before_day
JOIN totals AS ta ON ta.day = after_day
