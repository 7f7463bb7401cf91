-- slip: every event starting with 'push' is taken as passive, not only push_received; differs: one event 'push_opened' by u1 (dau 0 instead of 1)
WITH bounds AS (
  SELECT MIN(event_time)::DATE AS lo, MAX(event_time)::DATE AS hi FROM events
), spine AS (
  SELECT UNNEST(generate_series(lo::TIMESTAMP, hi::TIMESTAMP, INTERVAL 1 DAY))::DATE AS day
  FROM bounds WHERE lo IS NOT NULL
)
SELECT s.day AS day, COUNT(DISTINCT e.user_id) AS dau
FROM spine s
LEFT JOIN events e
  ON e.event_time::DATE = s.day
 AND e.event_name NOT LIKE 'push%' AND e.event_name <> 'background_sync'
GROUP BY s.day
ORDER BY s.day
