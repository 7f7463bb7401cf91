-- Slip: retained requires one single membership row to cover both months, so a plan switch or a rejoin at the month's edge counts as lost.
WITH valid AS (
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND (end_date IS NULL OR end_date > start_date)
),
cal AS (
    SELECT unnest(generate_series(
        (SELECT date_trunc('month', MIN(start_date))::TIMESTAMP FROM valid),
        (SELECT date_trunc('month', as_of + 1)::TIMESTAMP - INTERVAL 1 MONTH FROM params),
        INTERVAL 1 MONTH))::DATE AS month
),
mm AS (
    SELECT DISTINCT month, customer_id, membership_id
    FROM cal JOIN valid ON start_date <= last_day(month) AND (end_date IS NULL OR end_date > month)
)
SELECT cal.month,
       COUNT(DISTINCT a.customer_id) AS members_prev,
       COUNT(DISTINCT b.customer_id) AS retained,
       COUNT(DISTINCT b.customer_id) / NULLIF(COUNT(DISTINCT a.customer_id), 0) AS retention
FROM cal
LEFT JOIN mm a ON a.month + INTERVAL 1 MONTH = cal.month
LEFT JOIN mm b ON b.month = cal.month AND b.membership_id = a.membership_id
WHERE cal.month <> (SELECT MIN(month) FROM cal)
GROUP BY cal.month
ORDER BY cal.month
