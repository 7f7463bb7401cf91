-- style: generated calendar of weeks, left joins
WITH d AS (
  SELECT visit_date AS dt FROM visits UNION ALL SELECT order_date FROM orders
), bounds AS (
  SELECT date_trunc('week', MIN(dt))::DATE AS a, date_trunc('week', MAX(dt))::DATE AS b FROM d
), weeks AS (
  SELECT unnest(generate_series(a, b, INTERVAL 7 DAY))::DATE AS week_start FROM bounds
), v AS (
  SELECT date_trunc('week', visit_date)::DATE AS w, COUNT(DISTINCT user_id) AS active FROM visits GROUP BY 1
), uw AS (
  SELECT date_trunc('week', order_date)::DATE AS w, user_id,
         COUNT(*) FILTER (WHERE status <> 'cancelled') AS k,
         COALESCE(SUM(amount) FILTER (WHERE status = 'delivered'), 0) AS rev
  FROM orders GROUP BY 1, 2
), o AS (
  SELECT w, COUNT(*) FILTER (WHERE k >= 1) AS buyers, COUNT(*) FILTER (WHERE k >= 2) AS repeaters,
         SUM(k) AS n, SUM(rev) AS rev
  FROM uw GROUP BY 1
)
SELECT week_start, COALESCE(active, 0) AS active_users, COALESCE(buyers, 0) AS buyers,
       COALESCE(repeaters, 0) AS repeat_buyers, COALESCE(n, 0) AS orders, COALESCE(rev, 0) AS kept_revenue
FROM weeks LEFT JOIN v ON v.w = week_start LEFT JOIN o ON o.w = week_start
