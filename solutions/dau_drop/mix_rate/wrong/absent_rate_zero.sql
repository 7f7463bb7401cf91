-- Parts must add to the whole and use one symmetric convention. Here a segment without users has
-- the rate 0, so its coming or going counts as a change of its rate. It has no rate there: borrow
-- the one of the other period.
-- rule: absent
WITH segments AS (
    SELECT
        segment,
        COALESCE(b.users, 0) / SUM(b.users) OVER () AS share_0,
        COALESCE(n.users, 0) / SUM(n.users) OVER () AS share_1,
        COALESCE(b.active / NULLIF(b.users, 0), 0) AS rate_0,
        COALESCE(n.active / NULLIF(n.users, 0), 0) AS rate_1
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
