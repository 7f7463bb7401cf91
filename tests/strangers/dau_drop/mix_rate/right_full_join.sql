-- style: full outer join, rates with mutual COALESCE, overall rates as scalar subqueries
WITH j AS (
  SELECT COALESCE(b.segment, n.segment) AS segment,
         COALESCE(b.users, 0)::DOUBLE / (SELECT SUM(users) FROM base_period) AS w0,
         COALESCE(n.users, 0)::DOUBLE / (SELECT SUM(users) FROM next_period) AS w1,
         b.active::DOUBLE / NULLIF(b.users, 0) AS x0,
         n.active::DOUBLE / NULLIF(n.users, 0) AS x1
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
