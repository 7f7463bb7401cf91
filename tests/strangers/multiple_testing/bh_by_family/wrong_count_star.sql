-- slip: COUNT(*) counts the metrics that were never tested
WITH r AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY experiment_id ORDER BY p_value NULLS LAST) AS rn,
         COUNT(*) OVER (PARTITION BY experiment_id) AS m
  FROM tests
), q AS (
  SELECT *, CASE WHEN p_value IS NOT NULL THEN LEAST(1, MIN(p_value * m / rn) OVER (
      PARTITION BY experiment_id ORDER BY rn DESC ROWS UNBOUNDED PRECEDING)) END AS q_value
  FROM r
)
SELECT experiment_id, metric, p_value, q_value, COALESCE(q_value <= 0.05 + 1e-9, FALSE) AS significant FROM q
