-- Slip: every customer is treated as one interval from his first start to his latest end, so months away inside are filled.
WITH valid AS (
    SELECT customer_id, MIN(start_date) AS s, MAX(COALESCE(end_date, DATE '2999-12-31')) AS e
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND (end_date IS NULL OR end_date > start_date)
    GROUP BY customer_id
),
cal AS (
    SELECT unnest(generate_series(
        (SELECT date_trunc('month', MIN(s))::TIMESTAMP FROM valid),
        (SELECT date_trunc('month', as_of + 1)::TIMESTAMP - INTERVAL 1 MONTH FROM params),
        INTERVAL 1 MONTH))::DATE AS month
)
SELECT cal.month,
       COUNT(v.customer_id) AS members_prev,
       COUNT(*) FILTER (WHERE v.e > cal.month) AS retained,
       COUNT(*) FILTER (WHERE v.e > cal.month) / NULLIF(COUNT(v.customer_id), 0) AS retention
FROM cal
LEFT JOIN valid v ON v.s < cal.month AND v.e > cal.month - INTERVAL 1 MONTH
WHERE cal.month > (SELECT MIN(month) FROM cal)
GROUP BY cal.month
ORDER BY cal.month
