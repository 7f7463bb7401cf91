FROM (
  SELECT count(DISTINCT CASE WHEN event_name = 'view' THEN user_id END) AS view,
         count(DISTINCT user_id) FILTER (event_name = 'add_to_cart') AS add_to_cart,
         len(list_distinct(coalesce(list(user_id) FILTER (event_name = 'checkout' AND user_id IS NOT NULL), []))) AS checkout,
         count(DISTINCT if(event_name = 'purchase', user_id, NULL)) AS purchase
  FROM events WHERE event_ts IS NOT NULL) AS t
CROSS JOIN LATERAL (SELECT unnest([1, 2, 3, 4]) AS step, unnest(['view', 'add_to_cart', 'checkout', 'purchase']) AS event_name,
                           unnest([t.view, t.add_to_cart, t.checkout, t.purchase]) AS users) AS l
SELECT l.step::SMALLINT AS step, l.event_name, l.users::HUGEINT AS users ORDER BY 1
