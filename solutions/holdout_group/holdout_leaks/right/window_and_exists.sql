-- style: a window for the earliest row, scalar subqueries per feature with EXISTS
WITH ranked AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY assigned_at) AS nth FROM assignments
),
kept_away AS (
    SELECT user_id, assigned_at FROM ranked WHERE nth = 1 AND grp = 'holdout'
),
counted AS (
    SELECT
        f.feature,
        (SELECT COUNT(*) FROM kept_away) AS n,
        (
            SELECT COUNT(*) FROM kept_away AS k WHERE EXISTS (
                SELECT 1 FROM exposures AS e
                WHERE e.feature = f.feature AND e.user_id = k.user_id
                    AND e.exposed_at >= k.assigned_at
            )
        ) AS leaks
    FROM (SELECT DISTINCT feature FROM exposures) AS f
)
SELECT
    feature,
    n AS holdout_users,
    leaks AS leaked_users,
    CASE WHEN n > 0 THEN leaks * 1.0 / n END AS leak_rate
FROM counted
