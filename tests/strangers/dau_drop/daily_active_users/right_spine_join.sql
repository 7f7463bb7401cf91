-- style: calendar by generate_series of the first and last date, LEFT JOIN of active rows, COUNT(DISTINCT)
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
 AND e.event_name NOT IN ('push_received', 'background_sync')
GROUP BY s.day
ORDER BY s.day
