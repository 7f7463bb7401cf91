-- Where there is no p-value you leave significant NULL. A metric that was not tested is not significant:
-- make it false, for instance with COALESCE.
-- rule: significant
WITH ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY experiment_id ORDER BY p_value NULLS LAST) AS rn,
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
    q_value <= 0.05 + 1e-9 AS significant
FROM adjusted
