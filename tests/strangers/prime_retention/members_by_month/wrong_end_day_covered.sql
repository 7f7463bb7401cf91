-- end_date counted as a covered day
WITH v AS (FROM prime_memberships WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND (end_date IS NULL OR end_date > start_date)),
m AS (SELECT unnest(generate_series(date_trunc('month', (SELECT min(start_date) FROM v)), date_trunc('month', (SELECT as_of FROM params) + INTERVAL 1 DAY) - INTERVAL 1 MONTH, INTERVAL 1 MONTH))::DATE AS month)
SELECT m.month, count(DISTINCT v.customer_id) AS members
FROM m LEFT JOIN v ON v.start_date <= last_day(m.month) AND coalesce(v.end_date, '2999-12-31') >= m.month
GROUP BY ALL ORDER BY month
