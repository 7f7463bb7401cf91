-- Rows without an effect or without a standard error are in the denominator, as if they had been
-- looked at and nothing found. Count the usable rows only.
-- rule: usable
WITH marked AS (
    SELECT
        metric,
        CASE WHEN se > 0 THEN ABS(effect) / se >= 1.96 END AS is_detected,
        SIGN(effect) = SIGN(long_term_effect) AS agrees
    FROM past_experiments
)

SELECT
    metric,
    COUNT(*) AS experiments,
    COUNT(*) FILTER (WHERE is_detected) AS detected,
    COUNT(*) FILTER (WHERE is_detected) / COUNT(*) AS sensitivity,
    AVG(agrees::INT) FILTER (WHERE is_detected) AS agreement
FROM marked
GROUP BY metric
