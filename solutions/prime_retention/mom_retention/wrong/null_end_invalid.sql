-- Memberships without an end_date are thrown out as if they were invalid: NULL > start_date is not true, so
-- every current member disappears, also from the calendar's start. Ask for end_date IS NULL OR end_date > ...
-- rule: valid
WITH valid AS (
    SELECT membership_id, customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL
      AND start_date IS NOT NULL
      AND end_date > start_date
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
       AND v.end_date > c.month
)
SELECT
    c.month,
    count(p.customer_id) AS members_prev,
    count(n.customer_id) AS retained,
    count(n.customer_id) / nullif(count(p.customer_id), 0) AS retention
FROM calendar AS c
LEFT JOIN member_months AS p
    ON p.month = c.month - INTERVAL 1 MONTH
LEFT JOIN member_months AS n
    ON n.month = c.month AND n.customer_id = p.customer_id
WHERE c.month > (SELECT min(month) FROM calendar)
GROUP BY c.month
ORDER BY c.month
