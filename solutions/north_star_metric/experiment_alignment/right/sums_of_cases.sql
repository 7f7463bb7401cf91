-- style: SUM of CASE instead of FILTER, NULLIF instead of AVG
SELECT
    metric,
    SUM(usable) AS experiments,
    SUM(usable * hit) AS detected,
    SUM(usable * hit) * 1.0 / NULLIF(SUM(usable), 0) AS sensitivity,
    SUM(usable * hit * agrees) * 1.0 / NULLIF(SUM(usable * hit), 0) AS agreement
FROM (
    SELECT
        metric,
        CASE WHEN effect IS NULL OR se <= 0 THEN 0 ELSE 1 END AS usable,
        CASE WHEN effect / NULLIF(se, 0) >= 1.96 OR effect / NULLIF(se, 0) <= -1.96 THEN 1 ELSE 0 END AS hit,
        CASE WHEN (effect > 0 AND long_term_effect > 0) OR (effect < 0 AND long_term_effect < 0)
            THEN 1 ELSE 0 END AS agrees
    FROM past_experiments
) AS marked
GROUP BY metric
