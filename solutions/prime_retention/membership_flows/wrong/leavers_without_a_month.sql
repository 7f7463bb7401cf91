-- churned is always 0. In the outer join of the two months the leavers have no row of this month, so their
-- month is NULL and they drop out: give them the month after their last one, before.month + 1 month.
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
moves AS (
    SELECT
        n.month,
        n.customer_id AS now_id,
        p.customer_id AS before_id,
        n.month = f.first_month AS is_first
    FROM member_months AS n
    FULL JOIN member_months AS p
        ON p.customer_id = n.customer_id AND p.month = n.month - INTERVAL 1 MONTH
    LEFT JOIN firsts AS f ON f.customer_id = n.customer_id
),
by_month AS (
    SELECT
        c.month,
        count(m.now_id) AS members,
        count(*) FILTER (WHERE m.is_first) AS new,
        count(*) FILTER (WHERE m.now_id = m.before_id) AS retained,
        count(*) FILTER (WHERE NOT m.is_first AND m.before_id IS NULL) AS resurrected,
        count(*) FILTER (WHERE m.now_id IS NULL AND m.before_id IS NOT NULL) AS churned
    FROM calendar AS c
    LEFT JOIN moves AS m ON m.month = c.month
    GROUP BY c.month
)
SELECT *, churned / nullif(lag(members) OVER (ORDER BY month), 0) AS churn_rate
FROM by_month
ORDER BY month
