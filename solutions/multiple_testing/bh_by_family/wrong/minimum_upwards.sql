-- Your running minimum starts at the smallest p-value, which then decides for all. BH works from the
-- largest p-value downwards: ORDER BY the rank DESC.
-- rule: bh
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
            PARTITION BY experiment_id ORDER BY rn ROWS UNBOUNDED PRECEDING
        ) AS q_value
    FROM ranked
)
SELECT experiment_id, metric, p_value, q_value,
    COALESCE(q_value <= 0.05 + 1e-9, FALSE) AS significant
FROM adjusted
