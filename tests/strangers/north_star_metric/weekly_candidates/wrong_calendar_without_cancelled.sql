-- slip: cancelled orders are filtered out before the calendar is built, so an edge week with only cancellations is lost
WITH ok AS (SELECT * FROM orders WHERE status <> 'cancelled'),
d AS (SELECT visit_date AS dt FROM visits UNION ALL SELECT order_date FROM ok),
weeks AS (
  SELECT unnest(generate_series(MIN(date_trunc('week', dt))::DATE, MAX(date_trunc('week', dt))::DATE, INTERVAL 7 DAY))::DATE AS week_start
  FROM d
), v AS (
  SELECT date_trunc('week', visit_date)::DATE AS w, COUNT(DISTINCT user_id) AS active FROM visits GROUP BY 1
), uw AS (
  SELECT date_trunc('week', order_date)::DATE AS w, user_id, COUNT(*) AS k,
         SUM(CASE WHEN status = 'delivered' THEN amount ELSE 0 END) AS rev
  FROM ok GROUP BY 1, 2
), o AS (
  SELECT w, COUNT(*) AS buyers, COUNT(*) FILTER (WHERE k > 1) AS rep, SUM(k) AS n, SUM(rev) AS rev FROM uw GROUP BY 1
)
SELECT week_start, COALESCE(active, 0) AS active_users, COALESCE(buyers, 0) AS buyers, COALESCE(rep, 0) AS repeat_buyers,
       COALESCE(n, 0) AS orders, COALESCE(o.rev, 0) AS kept_revenue
FROM weeks LEFT JOIN v ON v.w = week_start LEFT JOIN o ON o.w = week_start
