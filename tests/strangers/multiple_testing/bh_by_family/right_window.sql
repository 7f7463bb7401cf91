-- style: window functions
WITH ranked AS (
  SELECT experiment_id, metric, p_value,
         ROW_NUMBER() OVER (PARTITION BY experiment_id ORDER BY p_value ASC NULLS LAST) AS rn,
         COUNT(p_value) OVER (PARTITION BY experiment_id) AS m
  FROM tests
), q AS (
  SELECT *, LEAST(1.0, MIN(p_value * m / rn) OVER (PARTITION BY experiment_id ORDER BY rn DESC
                                                   ROWS UNBOUNDED PRECEDING)) AS raw_q
  FROM ranked
)
SELECT experiment_id, metric, p_value,
       CASE WHEN p_value IS NOT NULL THEN raw_q END AS q_value,
       p_value IS NOT NULL AND raw_q <= 0.05 + 1e-9 AS significant
FROM q
