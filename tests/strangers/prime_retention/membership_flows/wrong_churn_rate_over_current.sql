-- Slip: churn_rate divides by the members of the current month instead of the month before.
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
    SELECT DISTINCT month, customer_id
    FROM cal JOIN valid ON start_date <= last_day(month) AND (end_date IS NULL OR end_date > month)
),
l AS (
    SELECT *,
           LAG(month) OVER c AS prev_month,
           LEAD(month) OVER c AS next_month
    FROM mm WINDOW c AS (PARTITION BY customer_id ORDER BY month)
),
ins AS (
    SELECT month, COUNT(*) AS members,
           COUNT(*) FILTER (WHERE prev_month IS NULL) AS n,
           COUNT(*) FILTER (WHERE prev_month + INTERVAL 1 MONTH = month) AS r,
           COUNT(*) FILTER (WHERE prev_month + INTERVAL 1 MONTH < month) AS z
    FROM l GROUP BY month
),
outs AS (
    SELECT (month + INTERVAL 1 MONTH)::DATE AS month, COUNT(*) AS gone
    FROM l
    WHERE next_month IS NULL OR next_month > month + INTERVAL 1 MONTH
    GROUP BY 1
)
SELECT cal.month,
       COALESCE(members, 0) AS members, COALESCE(n, 0) AS new, COALESCE(r, 0) AS retained,
       COALESCE(z, 0) AS resurrected, COALESCE(gone, 0) AS churned,
       CASE WHEN cal.month > (SELECT MIN(month) FROM cal)
            THEN COALESCE(gone, 0) / NULLIF(members, 0) END AS churn_rate
FROM cal LEFT JOIN ins USING (month) LEFT JOIN outs USING (month)
ORDER BY cal.month
