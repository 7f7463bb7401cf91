WITH per AS (
  SELECT user_id, list_sort(list_distinct(list({'t': event_ts, 's': list_position(['view', 'add_to_cart', 'checkout', 'purchase'], event_name)}))) AS path
  FROM events WHERE user_id IS NOT NULL AND event_ts IS NOT NULL AND event_name IN ('view', 'add_to_cart', 'checkout', 'purchase') GROUP BY user_id),
 deep AS (SELECT list_reduce(list_prepend(0, list_transform(path, lambda x: x.s::INT)), lambda acc, s: CASE WHEN s = acc + 1 THEN s ELSE acc END) AS depth FROM per),
 u AS (SELECT step, (SELECT count(*) FROM deep WHERE depth >= step) AS users FROM range(1, 5) r(step))
SELECT users - 0 AS users, step, list_extract(['view', 'add_to_cart', 'checkout', 'purchase'], step) AS event_name,
       users / nullif((SELECT max(users) FROM u), 0) AS from_start,
       (SELECT CASE WHEN p.users > 0 THEN u.users / p.users END FROM u p WHERE p.step = u.step - 1) AS from_previous,
       (SELECT p.users - u.users FROM u p WHERE p.step = u.step - 1) AS dropped
FROM u ORDER BY step
