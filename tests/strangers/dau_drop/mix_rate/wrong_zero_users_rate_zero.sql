-- slip: an absent segment takes the other rate, but a row with users = 0 gets rate 0; differs: base A 5/10, next A 5/10 and B 3/5, base has B with users 0, active 0
WITH j AS (
  SELECT COALESCE(b.segment, n.segment) AS segment,
         COALESCE(b.users, 0)::DOUBLE / (SELECT SUM(users) FROM base_period) AS w0,
         COALESCE(n.users, 0)::DOUBLE / (SELECT SUM(users) FROM next_period) AS w1,
         CASE WHEN b.users = 0 THEN 0.0 ELSE b.active::DOUBLE / b.users END AS x0,
         CASE WHEN n.users = 0 THEN 0.0 ELSE n.active::DOUBLE / n.users END AS x1
  FROM base_period b FULL JOIN next_period n ON b.segment = n.segment
), k AS (
  SELECT segment, w0, w1, COALESCE(x0, x1) AS r0, COALESCE(x1, x0) AS r1 FROM j
)
SELECT segment,
       (w1 - w0) * ((r0 + r1) / 2
         - ((SELECT SUM(active)::DOUBLE / SUM(users) FROM base_period)
          + (SELECT SUM(active)::DOUBLE / SUM(users) FROM next_period)) / 2) AS mix_effect,
       (r1 - r0) * (w0 + w1) / 2 AS rate_effect
FROM k
