-- style: both periods under each other, sums per segment, overall rates in scalar subqueries
WITH stacked AS (
    SELECT segment, users AS users_0, active AS active_0, 0 AS users_1, 0 AS active_1
    FROM base_period
    UNION ALL
    SELECT segment, 0, 0, users, active FROM next_period
),

summed AS (
    SELECT
        segment,
        SUM(users_0) / (SELECT SUM(users) FROM base_period) AS w0,
        SUM(users_1) / (SELECT SUM(users) FROM next_period) AS w1,
        CASE WHEN SUM(users_0) > 0 THEN SUM(active_0) / SUM(users_0) END AS own_0,
        CASE WHEN SUM(users_1) > 0 THEN SUM(active_1) / SUM(users_1) END AS own_1
    FROM stacked
    GROUP BY segment
),

rated AS (
    SELECT
        segment,
        w1 - w0 AS dw,
        (w0 + w1) / 2 AS w,
        IFNULL(own_0, own_1) AS r0,
        IFNULL(own_1, own_0) AS r1
    FROM summed
)

SELECT
    segment,
    dw * ((r0 + r1) / 2 - (
        (SELECT SUM(active) / SUM(users) FROM base_period)
        + (SELECT SUM(active) / SUM(users) FROM next_period)
    ) / 2) AS mix_effect,
    w * (r1 - r0) AS rate_effect
FROM rated
