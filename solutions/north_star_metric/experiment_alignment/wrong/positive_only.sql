-- A detected loss is also sensitivity. Here only gains count as detected; compare the size of the
-- effect, ABS(effect) / se, with 1.96.
-- rule: detected
WITH marked AS (
    SELECT
        metric,
        CASE WHEN se > 0 THEN effect / se >= 1.96 END AS is_detected,
        SIGN(effect) = SIGN(long_term_effect) AS agrees
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
