-- Window functions: each customer's previous member month by LAG; the counts of two months meet in a window over the calendar.
WITH RECURSIVE good AS (
    SELECT customer_id, start_date, coalesce(end_date, DATE '2100-01-01') AS until
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND coalesce(end_date, DATE '2100-01-01') > start_date
),
calendar(month) AS (
    SELECT date_trunc('month', min(start_date)) FROM good
    HAVING date_trunc('month', min(start_date)) + INTERVAL 1 MONTH <= (SELECT as_of + INTERVAL 1 DAY FROM params)
    UNION ALL
    SELECT month + INTERVAL 1 MONTH
    FROM calendar, params
    WHERE month + INTERVAL 2 MONTH <= as_of + INTERVAL 1 DAY
),
member_months AS (
    SELECT DISTINCT month, customer_id
    FROM calendar, good
    WHERE start_date < month + INTERVAL 1 MONTH AND until > month
),
flagged AS (
    SELECT
        month,
        lag(month) OVER (PARTITION BY customer_id ORDER BY month) = month - INTERVAL 1 MONTH AS stayed
    FROM member_months
),
counted AS (
    SELECT
        calendar.month,
        count(flagged.month) AS members,
        count(*) FILTER (WHERE stayed) AS retained
    FROM calendar LEFT JOIN flagged USING (month)
    GROUP BY ALL
)
SELECT
    month,
    lag(members) OVER by_month AS members_prev,
    retained,
    CASE WHEN members_prev > 0 THEN retained / members_prev END AS retention
FROM counted
WINDOW by_month AS (ORDER BY month)
QUALIFY members_prev IS NOT NULL
ORDER BY month
