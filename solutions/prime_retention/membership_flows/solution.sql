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
    -- one row per customer and month, with the customer's first member month beside it
    SELECT
        calendar.month,
        membership.customer_id,
        min(calendar.month) OVER (PARTITION BY membership.customer_id) AS first_month
    FROM calendar
    JOIN valid_memberships AS membership
        ON membership.start_date < calendar.month + INTERVAL 1 MONTH
       AND (membership.end_date IS NULL OR membership.end_date > calendar.month)
    GROUP BY calendar.month, membership.customer_id
),
movements AS (
    -- the FULL JOIN keeps who is here only now (joined) and who was here only before (left);
    -- a leaver is booked in the month after the last one
    SELECT
        coalesce(now.month, before.month + INTERVAL 1 MONTH) AS month,
        now.customer_id IS NOT NULL AS is_member,
        before.customer_id IS NOT NULL AS was_member,
        now.month = now.first_month AS is_first_month
    FROM member_months AS now
    FULL JOIN member_months AS before
        ON before.customer_id = now.customer_id
       AND before.month = now.month - INTERVAL 1 MONTH
)
SELECT
    calendar.month,
    count(*) FILTER (WHERE is_member) AS members,
    count(*) FILTER (WHERE is_first_month) AS new,
    count(*) FILTER (WHERE is_member AND was_member) AS retained,
    count(*) FILTER (WHERE is_member AND NOT was_member AND NOT is_first_month) AS resurrected,
    count(*) FILTER (WHERE was_member AND NOT is_member) AS churned,
    -- nobody there the month before: no rate (0 / 0 would be NaN)
    churned / nullif(count(*) FILTER (WHERE was_member), 0) AS churn_rate
FROM calendar
LEFT JOIN movements ON movements.month = calendar.month
GROUP BY calendar.month
ORDER BY calendar.month
