-- EXISTS on the memberships themselves: no table of member months, one row per customer and pair of months.
WITH good AS (
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND (end_date > start_date) IS NOT FALSE
),
customers AS (
    SELECT customer_id FROM good GROUP BY customer_id
),
pairs AS (
    SELECT before, before + INTERVAL 1 MONTH AS now
    FROM params, range(
        (SELECT date_trunc('month', min(start_date)) FROM good),
        date_trunc('month', as_of + INTERVAL 1 DAY) - INTERVAL 1 MONTH,
        INTERVAL 1 MONTH
    ) AS r(before)
),
presence AS (
    SELECT
        pairs.now,
        EXISTS (
            FROM good AS g
            WHERE g.customer_id = customers.customer_id
              AND g.start_date < pairs.now AND (g.end_date > pairs.before) IS NOT FALSE
        ) AS there_before,
        EXISTS (
            FROM good AS g
            WHERE g.customer_id = customers.customer_id
              AND g.start_date < pairs.now + INTERVAL 1 MONTH AND (g.end_date > pairs.now) IS NOT FALSE
        ) AS there_now
    FROM pairs CROSS JOIN customers
)
SELECT
    now::DATE AS month,
    sum(there_before::INT) AS members_prev,
    sum((there_before AND there_now)::INT) AS retained,
    avg(there_now::INT) FILTER (WHERE there_before) AS retention
FROM presence
GROUP BY now
ORDER BY now
