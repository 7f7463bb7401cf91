WITH valid AS (
    SELECT customer_id, start_date, end_date
    FROM prime_memberships
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
    FROM cal JOIN valid v ON v.start_date < cal.month + INTERVAL 1 MONTH AND (v.end_date IS NULL OR v.end_date > cal.month)
),
born AS (SELECT customer_id, MIN(month) AS first_month FROM mm GROUP BY customer_id),
pairs AS (
    SELECT COALESCE(cur.month, (prev.month + INTERVAL 1 MONTH)::DATE) AS month,
           COALESCE(cur.customer_id, prev.customer_id) AS customer_id,
           cur.customer_id IS NOT NULL AS is_now,
           prev.customer_id IS NOT NULL AS was_before
    FROM mm cur
    FULL OUTER JOIN mm prev
      ON prev.customer_id = cur.customer_id
     AND (prev.month + INTERVAL 1 MONTH)::DATE = cur.month
),
agg AS (
    SELECT p.month,
           COUNT(*) FILTER (WHERE is_now) AS members,
           COUNT(*) FILTER (WHERE is_now AND p.month = b.first_month) AS n_new,
           COUNT(*) FILTER (WHERE is_now AND was_before) AS n_ret,
           COUNT(*) FILTER (WHERE is_now AND NOT was_before AND p.month > b.first_month) AS n_res,
           COUNT(*) FILTER (WHERE NOT is_now) AS n_churn,
           COUNT(*) FILTER (WHERE was_before) AS n_prev
    FROM pairs p JOIN born b USING (customer_id)
    GROUP BY p.month
)
SELECT cal.month,
       COALESCE(members, 0) AS members,
       COALESCE(n_new, 0) AS "new",
       COALESCE(n_ret, 0) AS retained,
       COALESCE(n_res, 0) AS resurrected,
       COALESCE(n_churn, 0) AS churned,
       n_churn / NULLIF(n_prev, 0) AS churn_rate
FROM cal LEFT JOIN agg ON agg.month = cal.month
ORDER BY cal.month
