-- Window functions only: LAG and LEAD per customer say who came and who goes; months are counted as numbers.
WITH good AS (
    SELECT *
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND (end_date IS NULL OR start_date < end_date)
),
stop AS (
    SELECT year(as_of + INTERVAL 1 DAY) * 12 + month(as_of + INTERVAL 1 DAY) - 1 AS m FROM params
),
spelled_out AS (
    -- range() of one membership: its first covered month to the earlier of its last one and the calendar's
    SELECT DISTINCT customer_id, unnest(range(
        year(start_date) * 12 + month(start_date) - 1,
        least(
            coalesce(year(end_date - INTERVAL 1 DAY) * 12 + month(end_date - INTERVAL 1 DAY), stop.m),
            stop.m
        )
    )) AS m
    FROM good, stop
),
looked_around AS (
    SELECT
        m,
        lag(m) OVER w AS before,
        lead(m) OVER w AS after
    FROM spelled_out
    WINDOW w AS (PARTITION BY customer_id ORDER BY m)
),
events AS (
    SELECT m, 1 AS here, (before IS NULL)::INT AS fresh, (before = m - 1)::INT AS stays,
           (before < m - 1)::INT AS back, 0 AS gone
    FROM looked_around
    UNION ALL
    SELECT m + 1, 0, 0, 0, 0, 1 FROM looked_around WHERE after IS DISTINCT FROM m + 1
    UNION ALL
    SELECT unnest(range((SELECT min(m) FROM spelled_out), m)), 0, 0, 0, 0, 0 FROM stop
),
totals AS (
    SELECT m, sum(here) AS members, sum(fresh) AS new, coalesce(sum(stays), 0) AS retained,
           coalesce(sum(back), 0) AS resurrected, sum(gone) AS churned
    FROM events
    WHERE m < (SELECT m FROM stop)
    GROUP BY m
)
SELECT
    make_date(m // 12, m % 12 + 1, 1) AS month, members, new, retained, resurrected, churned,
    CASE WHEN lag(members) OVER (ORDER BY m) > 0 THEN churned::DOUBLE / lag(members) OVER (ORDER BY m) END AS churn_rate
FROM totals
ORDER BY m
