-- An inner join of the two months keeps only the customers who stayed, so members_prev counts no leavers and
-- retention is always 1. Keep every member of the month before (LEFT JOIN), then count the matches.
-- rule: before
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
stayed AS (
    SELECT n.month, p.customer_id AS before_id, n.customer_id AS now_id
    FROM member_months AS p
    JOIN member_months AS n
        ON n.customer_id = p.customer_id AND n.month = p.month + INTERVAL 1 MONTH
)
SELECT
    c.month,
    count(s.before_id) AS members_prev,
    count(s.now_id) AS retained,
    count(s.now_id) / nullif(count(s.before_id), 0) AS retention
FROM calendar AS c
LEFT JOIN stayed AS s ON s.month = c.month
WHERE c.month > (SELECT min(month) FROM calendar)
GROUP BY c.month
ORDER BY c.month
