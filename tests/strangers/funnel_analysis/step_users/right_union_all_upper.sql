WITH e AS (FROM events WHERE user_id NOTNULL AND event_ts NOTNULL)
SELECT (SELECT count(*) FROM (SELECT DISTINCT user_id FROM e WHERE event_name = 'view')) AS USERS, 'view' AS EVENT_NAME, 1 AS STEP
UNION ALL SELECT (SELECT count(DISTINCT user_id) FROM e WHERE event_name = 'add_to_cart'), 'add_to_cart', 2
UNION ALL SELECT (SELECT count(DISTINCT user_id) FROM e WHERE event_name = 'checkout'), 'checkout', 3
UNION ALL SELECT (SELECT count(DISTINCT user_id) FROM e WHERE event_name = 'purchase'), 'purchase', 4
ORDER BY step;
