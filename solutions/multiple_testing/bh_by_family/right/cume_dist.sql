-- CUME_DIST is rank / m with the largest rank of a tie; the minimum runs by value, so that ties share it.
SELECT
    experiment_id,
    metric,
    p_value,
    MIN(p_value / share) OVER (PARTITION BY experiment_id ORDER BY p_value DESC) AS q_value,
    MIN(p_value / share) OVER (PARTITION BY experiment_id ORDER BY p_value DESC) <= 0.05 + 1e-9
        AS significant
FROM (
    SELECT *, CUME_DIST() OVER (PARTITION BY experiment_id ORDER BY p_value) AS share
    FROM tests
    WHERE p_value IS NOT NULL
)
UNION ALL
SELECT experiment_id, metric, p_value, NULL, FALSE
FROM tests
WHERE p_value IS NULL
