-- style: step by step: all metrics, usable rows, detected rows, joined at the end
WITH usable AS (
    SELECT *, ABS(effect / se) AS z FROM past_experiments WHERE effect IS NOT NULL AND se > 0
),
looked_at AS (
    SELECT metric, COUNT(*) AS n FROM usable GROUP BY metric
),
seen AS (
    SELECT metric, COUNT(*) AS n, COUNT(CASE WHEN effect * long_term_effect > 0 THEN 1 END) AS same
    FROM usable WHERE z >= 1.96 GROUP BY metric
)
SELECT DISTINCT
    p.metric,
    COALESCE(l.n, 0) AS experiments,
    COALESCE(s.n, 0) AS detected,
    COALESCE(s.n, 0) / l.n AS sensitivity,
    s.same / s.n AS agreement
FROM past_experiments p
LEFT JOIN looked_at l ON l.metric = p.metric
LEFT JOIN seen s ON s.metric = p.metric
