WITH valid_memberships AS (
    -- end_date is the first day without the membership: it must come after start_date
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL
      AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
calendar AS (
    -- range() leaves out its stop, the first month that is not complete: the one of the day after as_of
    SELECT CAST(first_day AS DATE) AS month
    FROM range(
        (SELECT date_trunc('month', min(start_date)) FROM valid_memberships),
        (SELECT date_trunc('month', as_of + INTERVAL 1 DAY) FROM params),
        INTERVAL 1 MONTH
    ) AS months(first_day)
)
SELECT
    calendar.month,
    -- DISTINCT: a plan switch within the month is still one customer
    count(DISTINCT membership.customer_id) AS members
FROM calendar
-- two half-open intervals overlap when each starts before the other ends;
-- LEFT JOIN keeps the months that no membership touches
LEFT JOIN valid_memberships AS membership
    ON membership.start_date < calendar.month + INTERVAL 1 MONTH
   AND (membership.end_date IS NULL OR membership.end_date > calendar.month)
GROUP BY calendar.month
ORDER BY calendar.month
