-- slip: the arm size counts assignment rows of the remaining users, so a repeated identical row counts twice; differs: assignments (1,control),(1,control),(2,treatment), user 1 one cart order (500 instead of 1000 per 1,000)
WITH one_arm AS (
  SELECT user_id, MAX(variant) AS variant FROM assignments
  GROUP BY user_id HAVING MIN(variant) = MAX(variant)
), sizes AS (
  SELECT a.variant, COUNT(*) AS n FROM assignments a JOIN one_arm USING (user_id) GROUP BY a.variant
), good AS (
  SELECT a.variant, o.channel, o.items, o.amount
  FROM orders o JOIN one_arm a ON a.user_id = o.user_id
  WHERE o.status <> 'cancelled'
), grid AS (
  SELECT ch.channel, v.variant, s.n
  FROM (VALUES ('buy_now'), ('cart')) ch(channel)
  CROSS JOIN (VALUES ('control'), ('treatment')) v(variant)
  LEFT JOIN sizes s ON s.variant = v.variant
), cell AS (
  SELECT g.channel, g.variant,
         1000.0::DOUBLE * COUNT(k.channel) / ANY_VALUE(g.n) AS o1k,
         AVG(k.items) AS ipo,
         1000.0::DOUBLE * COALESCE(SUM(k.amount), 0) / ANY_VALUE(g.n) AS r1k
  FROM grid g LEFT JOIN good k ON k.channel = g.channel AND k.variant = g.variant
  GROUP BY g.channel, g.variant
)
SELECT channel,
       MAX(o1k) FILTER (WHERE variant = 'control') AS orders_1k_control,
       MAX(o1k) FILTER (WHERE variant = 'treatment') AS orders_1k_treatment,
       MAX(ipo) FILTER (WHERE variant = 'control') AS items_per_order_control,
       MAX(ipo) FILTER (WHERE variant = 'treatment') AS items_per_order_treatment,
       MAX(r1k) FILTER (WHERE variant = 'treatment') - MAX(r1k) FILTER (WHERE variant = 'control') AS revenue_1k_change
FROM cell GROUP BY channel
