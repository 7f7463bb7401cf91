-- style: FILTER aggregates
WITH f AS (
  SELECT metric, effect, long_term_effect,
         effect IS NOT NULL AND se > 0 AS usable,
         CASE WHEN effect IS NOT NULL AND se > 0 THEN ABS(effect) / se >= 1.96 ELSE FALSE END AS hit
  FROM past_experiments
)
SELECT metric,
       COUNT(*) FILTER (WHERE usable) AS experiments,
       COUNT(*) FILTER (WHERE hit) AS detected,
       COUNT(*) FILTER (WHERE hit) / NULLIF(COUNT(*) FILTER (WHERE usable), 0) AS sensitivity,
       COUNT(*) FILTER (WHERE hit AND SIGN(effect) = SIGN(long_term_effect)) / NULLIF(COUNT(*) FILTER (WHERE hit), 0) AS agreement
FROM f
GROUP BY metric
