-- You adjust each metric over all experiments. Here a family is an experiment: PARTITION BY
-- experiment_id.
-- rule: family
WITH ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY metric ORDER BY p_value NULLS LAST) AS rn,
        COUNT(p_value) OVER (PARTITION BY metric) AS m
    FROM tests
),
adjusted AS (
    SELECT
        *,
        MIN(p_value * m / rn) OVER (
            PARTITION BY metric ORDER BY rn DESC ROWS UNBOUNDED PRECEDING
        ) AS q_value
    FROM ranked
)
SELECT experiment_id, metric, p_value, q_value,
    COALESCE(q_value <= 0.05 + 1e-9, FALSE) AS significant
FROM adjusted
