-- the total length of all sessions is the sum of all gaps of at most 30 minutes; the sessions are the other rows
WITH g AS (
    SELECT epoch_us(ts) - epoch_us(LAG(ts) OVER (PARTITION BY user_id ORDER BY ts)) AS us
    FROM clickstream
    WHERE user_id IS NOT NULL AND ts IS NOT NULL
)
SELECT COUNT(*) FILTER (WHERE us IS NULL OR us > 1800000000) AS sessions,
       COALESCE(SUM(us) FILTER (WHERE us <= 1800000000), 0) / 60000000.0
         / NULLIF(COUNT(*) FILTER (WHERE us IS NULL OR us > 1800000000), 0) AS avg_session_minutes
FROM g
