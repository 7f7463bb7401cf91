-- Slip: the calendar ends with the month of the latest start or end date in the data instead of the last complete month before as_of, so trailing months are missing when nothing happens in them.
WITH valid AS (
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
cal AS (
    SELECT unnest(generate_series(
        date_trunc('month', MIN(start_date))::TIMESTAMP,
        LEAST(date_trunc('month', GREATEST(MAX(start_date), MAX(end_date)))::TIMESTAMP,
              (SELECT date_trunc('month', as_of + 1) - INTERVAL 1 MONTH FROM params)::TIMESTAMP),
        INTERVAL 1 MONTH))::DATE AS month
    FROM valid
)
SELECT month, COUNT(DISTINCT customer_id) AS members
FROM cal
LEFT JOIN valid ON start_date <= last_day(month) AND (end_date IS NULL OR end_date > month)
GROUP BY month
ORDER BY month
