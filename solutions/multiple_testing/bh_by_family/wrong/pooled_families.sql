-- You adjust all experiments together. A big noisy experiment would decide for the others; adjust within
-- the family, with PARTITION BY experiment_id in every window.
-- rule: family
WITH ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (ORDER BY p_value NULLS LAST) AS rn,
        COUNT(p_value) OVER () AS m
    FROM tests
),
adjusted AS (
    SELECT
        *,
        MIN(p_value * m / rn) OVER (
            ORDER BY rn DESC ROWS UNBOUNDED PRECEDING
        ) AS q_value
    FROM ranked
)
SELECT experiment_id, metric, p_value, q_value,
    COALESCE(q_value <= 0.05 + 1e-9, FALSE) AS significant
FROM adjusted
