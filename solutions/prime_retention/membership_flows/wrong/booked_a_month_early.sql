-- Leavers are booked in their last member month. They are still members of it: book them in the month after,
-- the first in which they are missing. Otherwise the last month seems to lose everybody, and members before =
-- retained + churned no longer holds.
-- rule: churned
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
firsts AS (
    SELECT customer_id, min(month) AS first_month FROM member_months GROUP BY customer_id
),
arrivals AS (
    SELECT
        n.month,
        count(*) AS members,
        count(*) FILTER (WHERE n.month = f.first_month) AS new,
        count(p.customer_id) AS retained,
        count(*) FILTER (WHERE p.customer_id IS NULL AND n.month > f.first_month) AS resurrected
    FROM member_months AS n
    JOIN firsts AS f ON f.customer_id = n.customer_id
    LEFT JOIN member_months AS p
        ON p.customer_id = n.customer_id AND p.month = n.month - INTERVAL 1 MONTH
    GROUP BY n.month
),
departures AS (
    SELECT p.month, count(*) AS churned
    FROM member_months AS p
    LEFT JOIN member_months AS n
        ON n.customer_id = p.customer_id AND n.month = p.month + INTERVAL 1 MONTH
    WHERE n.customer_id IS NULL
    GROUP BY p.month
)
SELECT
    c.month,
    coalesce(a.members, 0) AS members,
    coalesce(a.new, 0) AS new,
    coalesce(a.retained, 0) AS retained,
    coalesce(a.resurrected, 0) AS resurrected,
    coalesce(d.churned, 0) AS churned,
    coalesce(d.churned, 0) / b.members AS churn_rate
FROM calendar AS c
LEFT JOIN arrivals AS a ON a.month = c.month
LEFT JOIN arrivals AS b ON b.month = c.month - INTERVAL 1 MONTH
LEFT JOIN departures AS d ON d.month = c.month
ORDER BY c.month
