-- You leave out the rows without a p-value. Untested metrics still belong in the report, with q_value
-- NULL and significant false.
-- rule: every_row
WITH ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY experiment_id ORDER BY p_value NULLS LAST) AS rn,
        COUNT(p_value) OVER (PARTITION BY experiment_id) AS m
    FROM tests
    WHERE p_value IS NOT NULL
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
