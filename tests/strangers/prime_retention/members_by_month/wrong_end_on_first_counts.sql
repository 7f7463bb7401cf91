-- Slip: a membership that ends on the first day of a month is still counted in that month (end_date >= month start).
WITH valid AS (
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
bounds AS (
    SELECT date_trunc('month', MIN(start_date))::DATE AS a,
           (SELECT date_trunc('month', as_of + 1)::DATE FROM params) AS b
    FROM valid
),
cal AS (
    SELECT unnest(range(a::TIMESTAMP, b::TIMESTAMP, INTERVAL 1 MONTH))::DATE AS month FROM bounds
)
SELECT cal.month, COUNT(DISTINCT v.customer_id) AS members
FROM cal
LEFT JOIN valid v
       ON date_trunc('month', v.start_date) <= cal.month
      AND COALESCE(v.end_date, DATE '2999-01-01') >= cal.month
GROUP BY cal.month
ORDER BY cal.month
