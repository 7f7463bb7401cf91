-- The day on which a membership ends is counted as covered, also by rows that end on the day they start. It
-- is the first day without the membership: compare with > and not >=, both times.
-- rule: interval
WITH valid AS (
    SELECT membership_id, customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL
      AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date >= start_date)
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
   AND (v.end_date IS NULL OR v.end_date >= c.month)
GROUP BY c.month
ORDER BY c.month
