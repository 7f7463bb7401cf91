-- Parts must add to the whole and use one symmetric convention. Here every weight is taken from
-- the base period, and what share and rate did together is in neither part.
-- rule: effects
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
    (share_1 - share_0) * (rate_0 - overall_0) AS mix_effect,
    (rate_1 - rate_0) * share_0 AS rate_effect
FROM with_overall
