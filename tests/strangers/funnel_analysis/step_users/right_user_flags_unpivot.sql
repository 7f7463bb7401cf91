WITH flags AS (
    SELECT user_id,
           max((event_name = 'view')::INT) AS a,
           max((event_name = 'add_to_cart')::INT) AS b,
           max((event_name = 'checkout')::INT) AS c,
           max((event_name = 'purchase')::INT) AS d
    FROM events
    WHERE user_id IS NOT NULL AND event_ts IS NOT NULL AND event_name IS NOT NULL
    GROUP BY user_id
),
total AS (
    SELECT [COALESCE(sum(a), 0), COALESCE(sum(b), 0), COALESCE(sum(c), 0), COALESCE(sum(d), 0)] AS n
    FROM flags
)
SELECT i AS step,
       ['view', 'add_to_cart', 'checkout', 'purchase'][i] AS event_name,
       n[i]::BIGINT AS users
FROM total, range(1, 5) AS r(i)
ORDER BY i
