-- The detected rows that agree are divided by all usable rows, which mixes agreement with sensitivity.
-- Divide by the detected ones.
-- rule: agreement
WITH marked AS (
    SELECT
        metric,
        CASE WHEN se > 0 THEN ABS(effect) / se >= 1.96 END AS is_detected,
        SIGN(effect) = SIGN(long_term_effect) AS agrees
    FROM past_experiments
)

SELECT
    metric,
    COUNT(is_detected) AS experiments,
    COUNT(*) FILTER (WHERE is_detected) AS detected,
    AVG(is_detected::INT) AS sensitivity,
    COUNT(*) FILTER (WHERE is_detected AND agrees) / NULLIF(COUNT(is_detected), 0) AS agreement
FROM marked
GROUP BY metric
