-- slip: COALESCE turns undefined rates into 0
WITH f AS (
  SELECT *, effect IS NOT NULL AND se > 0 AS u,
         CASE WHEN effect IS NOT NULL AND se > 0 THEN ABS(effect) / se >= 1.96 ELSE FALSE END AS d
  FROM past_experiments
)
SELECT metric, COUNT(*) FILTER (WHERE u) AS experiments, COUNT(*) FILTER (WHERE d) AS detected,
       COALESCE(COUNT(*) FILTER (WHERE d) / NULLIF(COUNT(*) FILTER (WHERE u), 0), 0) AS sensitivity,
       COALESCE(COUNT(*) FILTER (WHERE d AND SIGN(effect) = SIGN(long_term_effect)) / NULLIF(COUNT(*) FILTER (WHERE d), 0), 0) AS agreement
FROM f GROUP BY metric
