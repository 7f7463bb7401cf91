-- The running month is in the result although it is not over: half a month of joiners and leavers looks like a
-- collapse or a jump. Stop at the last month whose last day is on or before as_of.
-- rule: complete
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
        (SELECT date_trunc('month', as_of) + INTERVAL 1 MONTH FROM params),
        INTERVAL 1 MONTH
    ) AS r(m)
),
member_months AS (
    SELECT DISTINCT c.month, v.customer_id
    FROM calendar AS c
    JOIN valid AS v
        ON v.start_date < c.month + INTERVAL 1 MONTH
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
LEFT JOIN member_months AS n
    ON n.month = c.month AND n.customer_id = p.customer_id
WHERE c.month > (SELECT min(month) FROM calendar)
GROUP BY c.month
ORDER BY c.month
