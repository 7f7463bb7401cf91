WITH valid AS (
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL
      AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
calendar AS (
    SELECT CAST(unnest(generate_series(
               date_trunc('month', (SELECT MIN(start_date) FROM valid))::TIMESTAMP,
               (SELECT date_trunc('month', as_of + 1) - INTERVAL 1 MONTH FROM params)::TIMESTAMP,
               INTERVAL 1 MONTH)) AS DATE) AS month
)
SELECT c.month, COUNT(DISTINCT v.customer_id) AS members
FROM calendar c
LEFT JOIN valid v
  ON v.start_date < c.month + INTERVAL 1 MONTH
 AND (v.end_date IS NULL OR v.end_date > c.month)
GROUP BY c.month
ORDER BY c.month
