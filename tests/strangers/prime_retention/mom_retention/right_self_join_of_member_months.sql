WITH valid AS (
    SELECT * FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND (end_date IS NULL OR end_date > start_date)
),
cal AS (
    SELECT unnest(generate_series(
        (SELECT date_trunc('month', MIN(start_date))::TIMESTAMP FROM valid),
        (SELECT date_trunc('month', as_of + 1)::TIMESTAMP - INTERVAL 1 MONTH FROM params),
        INTERVAL 1 MONTH))::DATE AS month
),
mm AS (
    SELECT DISTINCT cal.month, v.customer_id
    FROM cal JOIN valid v
      ON v.start_date <= last_day(cal.month)
     AND (v.end_date IS NULL OR v.end_date > cal.month)
)
SELECT cal.month,
       COUNT(prev.customer_id) AS members_prev,
       COUNT(cur.customer_id) AS retained,
       COUNT(cur.customer_id) / NULLIF(COUNT(prev.customer_id), 0) AS retention
FROM cal
LEFT JOIN mm AS prev ON prev.month = (cal.month - INTERVAL 1 MONTH)::DATE
LEFT JOIN mm AS cur ON cur.month = cal.month AND cur.customer_id = prev.customer_id
WHERE cal.month > (SELECT MIN(month) FROM cal)
GROUP BY cal.month
ORDER BY cal.month
