-- The calendar always stops before the month of as_of. When as_of is the last day of its month, that month is
-- complete and belongs in the result: look at the day after as_of to decide.
-- rule: complete
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
        (SELECT date_trunc('month', as_of) FROM params),
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
