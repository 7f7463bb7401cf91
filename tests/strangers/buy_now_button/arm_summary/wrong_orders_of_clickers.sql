-- slip: reads the funnel as nested and keeps only orders of users who clicked; differs: user 1 in control with a delivered cart order of 10 and no click (revenue 0 instead of 10)
WITH u AS (
  SELECT user_id, MIN(variant) AS variant
  FROM assignments GROUP BY user_id HAVING COUNT(DISTINCT variant) = 1
), c AS (
  SELECT DISTINCT user_id, 1 AS clicked FROM clicks
), o AS (
  SELECT user_id, COUNT(*) AS n, SUM(amount) AS rev
  FROM orders WHERE status <> 'cancelled' GROUP BY user_id
)
SELECT u.variant AS variant,
       COUNT(*) AS users,
       COUNT(c.clicked) AS clickers,
       COUNT(c.clicked) / COUNT(*)::DOUBLE AS ctr,
       COUNT(o.n) AS buyers,
       COALESCE(SUM(o.n), 0)::BIGINT AS orders,
       COALESCE(SUM(o.rev), 0)::DOUBLE AS revenue,
       COALESCE(SUM(o.rev), 0)::DOUBLE / COUNT(*) AS revenue_per_user,
       SUM(o.rev)::DOUBLE / NULLIF(SUM(o.n), 0) AS aov
FROM u LEFT JOIN c ON c.user_id = u.user_id LEFT JOIN o ON o.user_id = c.user_id
GROUP BY u.variant
