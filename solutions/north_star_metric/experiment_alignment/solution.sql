-- Each row is marked detected, not detected, or (NULL) not usable.
WITH marked AS (
    SELECT
        metric,
        CASE WHEN se > 0 THEN ABS(effect) / se >= 1.96 END AS is_detected,
        SIGN(effect) = SIGN(long_term_effect) AS agrees
    FROM past_experiments
)

-- The average of yes and no is a share; of nothing it is NULL.
SELECT
    metric,
    COUNT(is_detected) AS experiments,
    COUNT(*) FILTER (WHERE is_detected) AS detected,
    AVG(is_detected::INT) AS sensitivity,
    AVG(agrees::INT) FILTER (WHERE is_detected) AS agreement
FROM marked
GROUP BY metric
ORDER BY metric
