-- retained counts everybody who was a member in some earlier month. Who was away in the month before is back,
-- but was not kept: only the members of the calendar month directly before can be retained.
-- rule: both
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
        (SELECT date_trunc('month', as_of + INTERVAL 1 DAY) FROM params),
        INTERVAL 1 MONTH
    ) AS r(m)
),
member_months AS (
    SELECT DISTINCT c.month, v.customer_id
    FROM calendar AS c
    JOIN valid AS v
        ON v.start_date < c.month + INTERVAL 1 MONTH
       AND (v.end_date IS NULL OR v.end_date > c.month)
),
flagged AS (
    SELECT month, lag(month) OVER (PARTITION BY customer_id ORDER BY month) IS NOT NULL AS seen_before
    FROM member_months
),
by_month AS (
    SELECT
        c.month,
        count(f.month) AS members,
        count(*) FILTER (WHERE f.seen_before) AS retained
    FROM calendar AS c
    LEFT JOIN flagged AS f ON f.month = c.month
    GROUP BY c.month
)
SELECT
    month,
    lag(members) OVER (ORDER BY month) AS members_prev,
    retained,
    retained / nullif(lag(members) OVER (ORDER BY month), 0) AS retention
FROM by_month
QUALIFY row_number() OVER (ORDER BY month) > 1
ORDER BY month
