-- Place i of m within the experiment. Missing p-values come last, and COUNT(p_value) leaves them out.
WITH ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY experiment_id ORDER BY p_value NULLS LAST) AS i,
        COUNT(p_value) OVER (PARTITION BY experiment_id) AS m
    FROM tests
),

-- From the largest p-value downwards: of equal ones the last, which comes first here, decides for all.
adjusted AS (
    SELECT
        *,
        MIN(p_value * m / i) OVER (
            PARTITION BY experiment_id ORDER BY i DESC ROWS UNBOUNDED PRECEDING
        ) AS q_value
    FROM ranked
)

SELECT
    experiment_id,
    metric,
    p_value,
    q_value,
    COALESCE(q_value <= 0.05 + 1e-9, FALSE) AS significant
FROM adjusted
ORDER BY experiment_id, p_value, metric
