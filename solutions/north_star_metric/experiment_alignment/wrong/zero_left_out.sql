-- A detected row whose long-term effect is exactly 0 is left out of the agreement here. It stays in the
-- denominator: the metric moved, and nothing lasting did.
-- rule: agreement
WITH marked AS (
    SELECT
        metric,
        CASE WHEN se > 0 THEN ABS(effect) / se >= 1.96 END AS is_detected,
        SIGN(effect) = NULLIF(SIGN(long_term_effect), 0) AS agrees
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
