-- Where a segment has no users its rate is borrowed, and its share is 0.
WITH segments AS (
    SELECT
        segment,
        COALESCE(b.users, 0) / SUM(b.users) OVER () AS share_0,
        COALESCE(n.users, 0) / SUM(n.users) OVER () AS share_1,
        COALESCE(b.active / NULLIF(b.users, 0), n.active / n.users) AS rate_0,
        COALESCE(n.active / NULLIF(n.users, 0), b.active / b.users) AS rate_1
    FROM base_period AS b
    FULL JOIN next_period AS n USING (segment)
),

with_overall AS (
    SELECT
        *,
        SUM(share_0 * rate_0) OVER () AS overall_0,
        SUM(share_1 * rate_1) OVER () AS overall_1
    FROM segments
)

SELECT
    segment,
    (share_1 - share_0) * (rate_0 + rate_1 - overall_0 - overall_1) / 2 AS mix_effect,
    (rate_1 - rate_0) * (share_0 + share_1) / 2 AS rate_effect
FROM with_overall
ORDER BY segment
