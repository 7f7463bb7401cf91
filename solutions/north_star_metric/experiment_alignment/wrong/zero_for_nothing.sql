-- Where nothing was detected there is nothing that could agree, and the share is missing. A 0 would say
-- that the metric was caught pointing the wrong way every time.
-- rule: undefined
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
    COALESCE(AVG(is_detected::INT), 0) AS sensitivity,
    COALESCE(AVG(agrees::INT) FILTER (WHERE is_detected), 0) AS agreement
FROM marked
GROUP BY metric
