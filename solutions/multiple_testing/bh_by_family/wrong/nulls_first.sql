-- Missing p-values take the first ranks, and all others are ranked too high. Put them last: ORDER BY
-- p_value NULLS LAST.
-- rule: missing
WITH ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY experiment_id ORDER BY p_value NULLS FIRST) AS rn,
        COUNT(p_value) OVER (PARTITION BY experiment_id) AS m
    FROM tests
),
adjusted AS (
    SELECT
        *,
        MIN(p_value * m / rn) OVER (
            PARTITION BY experiment_id ORDER BY rn DESC ROWS UNBOUNDED PRECEDING
        ) AS q_value
    FROM ranked
)
SELECT experiment_id, metric, p_value, q_value,
    COALESCE(q_value <= 0.05 + 1e-9, FALSE) AS significant
FROM adjusted
