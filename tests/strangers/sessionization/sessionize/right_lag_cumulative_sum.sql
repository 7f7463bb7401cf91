WITH g AS (
    SELECT user_id, ts, page_url,
           CASE WHEN ts - LAG(ts) OVER (PARTITION BY user_id ORDER BY ts) <= INTERVAL 30 MINUTE THEN 0 ELSE 1 END AS opens
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
)
SELECT user_id,
       SUM(opens) OVER (PARTITION BY user_id ORDER BY ts RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session_number,
       ts, page_url
FROM g
ORDER BY user_id, ts, page_url
