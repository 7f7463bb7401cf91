-- slip: steps a day at a time from the first TIMESTAMP, so the last date is lost when the last event is earlier in its day than the first; differs: views at day 1 12:00 and day 3 09:00 (day 3 missing)
WITH spine AS (
  SELECT CAST(t AS DATE) AS day
  FROM (SELECT UNNEST(generate_series(MIN(event_time), MAX(event_time), INTERVAL 1 DAY)) AS t FROM events) q
), active AS (
  SELECT DISTINCT CAST(event_time AS DATE) AS day, user_id
  FROM events
  WHERE user_id IS NOT NULL AND event_name NOT IN ('push_received', 'background_sync')
)
SELECT s.day AS day, COUNT(a.user_id) AS dau
FROM spine s LEFT JOIN active a USING (day)
GROUP BY s.day
