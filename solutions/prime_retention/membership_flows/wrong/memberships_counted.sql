-- Memberships are counted, not customers: whoever switches plan or rejoins within a month counts twice in
-- every flow. Reduce to DISTINCT customer and month before you count.
-- rule: customers
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
    SELECT c.month, v.customer_id
    FROM calendar AS c
    JOIN valid AS v
        ON v.start_date < c.month + INTERVAL 1 MONTH
       AND (v.end_date IS NULL OR v.end_date > c.month)
),
flagged AS (
    SELECT
        n.month,
        n.month = (SELECT min(x.month) FROM member_months AS x WHERE x.customer_id = n.customer_id) AS first,
        EXISTS (
            SELECT 1 FROM member_months AS x
            WHERE x.customer_id = n.customer_id AND x.month = n.month - INTERVAL 1 MONTH
        ) AS was_member,
        NOT EXISTS (
            SELECT 1 FROM member_months AS x
            WHERE x.customer_id = n.customer_id AND x.month = n.month + INTERVAL 1 MONTH
        ) AS leaves
    FROM member_months AS n
),
counted AS (
    SELECT
        c.month,
        count(f.month) AS members,
        count(*) FILTER (WHERE f.first) AS new,
        count(*) FILTER (WHERE f.was_member) AS retained,
        count(*) FILTER (WHERE NOT f.was_member AND NOT f.first) AS resurrected,
        count(*) FILTER (WHERE f.leaves) AS leaving
    FROM calendar AS c
    LEFT JOIN flagged AS f ON f.month = c.month
    GROUP BY c.month
)
SELECT
    month,
    members,
    new,
    retained,
    resurrected,
    coalesce(lag(leaving) OVER (ORDER BY month), 0) AS churned,
    lag(leaving) OVER (ORDER BY month) / nullif(lag(members) OVER (ORDER BY month), 0) AS churn_rate
FROM counted
ORDER BY month
