WITH valid_memberships AS (
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL
      AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
calendar AS (
    -- range() leaves out its stop, the first month that is not complete
    SELECT CAST(first_day AS DATE) AS month
    FROM range(
        (SELECT date_trunc('month', min(start_date)) FROM valid_memberships),
        (SELECT date_trunc('month', as_of + INTERVAL 1 DAY) FROM params),
        INTERVAL 1 MONTH
    ) AS months(first_day)
),
member_months AS (
    -- one row per customer and month, however many memberships cover it
    SELECT DISTINCT calendar.month, membership.customer_id
    FROM calendar
    JOIN valid_memberships AS membership
        ON membership.start_date < calendar.month + INTERVAL 1 MONTH
       AND (membership.end_date IS NULL OR membership.end_date > calendar.month)
)
SELECT
    calendar.month,
    count(before.customer_id) AS members_prev,
    count(now.customer_id) AS retained,
    -- nobody there before: no rate (in DuckDB 0 / 0 would be NaN, in other databases an error)
    count(now.customer_id) / nullif(count(before.customer_id), 0) AS retention
FROM calendar
-- the calendar comes first: it knows which month is "the month before", even one without members
LEFT JOIN member_months AS before
    ON before.month = calendar.month - INTERVAL 1 MONTH
LEFT JOIN member_months AS now
    ON now.month = calendar.month
   AND now.customer_id = before.customer_id
WHERE calendar.month > (SELECT min(month) FROM calendar)
GROUP BY calendar.month
ORDER BY calendar.month
