-- slip: unusable rows filtered in WHERE, so a metric with none left disappears
SELECT metric, COUNT(*) AS experiments,
       COUNT(*) FILTER (WHERE ABS(effect) / se >= 1.96) AS detected,
       COUNT(*) FILTER (WHERE ABS(effect) / se >= 1.96) / COUNT(*) AS sensitivity,
       COUNT(*) FILTER (WHERE ABS(effect) / se >= 1.96 AND SIGN(effect) = SIGN(long_term_effect))
         / NULLIF(COUNT(*) FILTER (WHERE ABS(effect) / se >= 1.96), 0) AS agreement
FROM past_experiments
WHERE effect IS NOT NULL AND se > 0
GROUP BY metric
