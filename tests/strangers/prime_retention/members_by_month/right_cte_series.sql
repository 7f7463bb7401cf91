-- calendar from generate_series; month stays a TIMESTAMP at midnight
WITH valid AS (
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
calendar AS (
    SELECT unnest(generate_series(
        date_trunc('month', (SELECT min(start_date) FROM valid)),
        date_trunc('month', (SELECT as_of FROM params) + INTERVAL 1 DAY) - INTERVAL 1 MONTH,
        INTERVAL 1 MONTH)) AS month
)
SELECT month, count(DISTINCT customer_id) AS members
FROM calendar
LEFT JOIN valid ON start_date < month + INTERVAL 1 MONTH AND (end_date IS NULL OR end_date > month)
GROUP BY month
ORDER BY month;
