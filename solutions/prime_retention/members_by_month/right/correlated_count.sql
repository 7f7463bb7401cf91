-- A correlated subquery per month; the end of the calendar from last_day; month stays a TIMESTAMP at midnight.
WITH good AS (
    SELECT *, coalesce(end_date, DATE '2100-01-01') AS until
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND coalesce(end_date, DATE '2100-01-01') > start_date
),
bounds AS (
    SELECT
        date_trunc('month', (SELECT min(start_date) FROM good)) AS first_month,
        CASE
            WHEN last_day(as_of) = as_of THEN date_trunc('month', as_of)
            ELSE date_trunc('month', as_of) - INTERVAL 1 MONTH
        END AS last_month
    FROM params
),
calendar AS (
    SELECT unnest(generate_series(first_month, last_month, INTERVAL '1' MONTH)) AS month
    FROM bounds
)
SELECT
    month,
    (
        SELECT count(DISTINCT customer_id)
        FROM good
        WHERE start_date <= last_day(month) AND until > month
    ) AS members
FROM calendar
ORDER BY month
