-- effect * long_term_effect >= 0 lets a long-term effect of exactly 0 agree with everything. A gain that
-- came to nothing was no gain: compare the signs.
-- rule: agreement
WITH marked AS (
    SELECT
        metric,
        CASE WHEN se > 0 THEN ABS(effect) / se >= 1.96 END AS is_detected,
        effect * long_term_effect >= 0 AS agrees
    FROM past_experiments
)

SELECT
    metric,
    COUNT(is_detected) AS experiments,
    COUNT(*) FILTER (WHERE is_detected) AS detected,
    AVG(is_detected::INT) AS sensitivity,
    AVG(agrees::INT) FILTER (WHERE is_detected) AS agreement
FROM marked
GROUP BY metric
