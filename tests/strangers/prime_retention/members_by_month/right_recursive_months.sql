WITH RECURSIVE valid AS (
    SELECT customer_id, start_date, COALESCE(end_date, DATE '9999-12-31') AS end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date < COALESCE(end_date, DATE '9999-12-31')
),
months(month) AS (
    SELECT make_date(year(MIN(start_date)), month(MIN(start_date)), 1)
    FROM valid
    HAVING last_day(MIN(start_date)) <= (SELECT as_of FROM params)
    UNION ALL
    SELECT (month + INTERVAL 1 MONTH)::DATE
    FROM months
    WHERE last_day((month + INTERVAL 1 MONTH)::DATE) <= (SELECT as_of FROM params)
)
SELECT month,
       (SELECT COUNT(DISTINCT customer_id)
        FROM valid
        WHERE start_date <= last_day(month) AND end_date > month) AS members
FROM months
ORDER BY month
