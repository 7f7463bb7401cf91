-- retained needs one and the same membership to reach over the turn of the month. Whoever switches plan on the
-- 1st, or leaves and is back before the next month ends, is a member of both months too: compare months, not
-- rows.
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
unbroken AS (
    SELECT DISTINCT c.month, v.customer_id
    FROM calendar AS c
    JOIN valid AS v
        ON v.start_date < c.month
       AND (v.end_date IS NULL OR v.end_date > c.month)
)
SELECT
    c.month,
    count(p.customer_id) AS members_prev,
    count(n.customer_id) AS retained,
    count(n.customer_id) / nullif(count(p.customer_id), 0) AS retention
FROM calendar AS c
LEFT JOIN member_months AS p
    ON p.month = c.month - INTERVAL 1 MONTH
LEFT JOIN unbroken AS n
    ON n.month = c.month AND n.customer_id = p.customer_id
WHERE c.month > (SELECT min(month) FROM calendar)
GROUP BY c.month
ORDER BY c.month
