-- You adjust by Holm's method: m − rank + 1 times p, with a running maximum. BH is m · p / rank, with a
-- running minimum from the largest p-value downwards.
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
        MAX(LEAST(1, p_value * (m - rn + 1))) OVER (
            PARTITION BY experiment_id ORDER BY rn ROWS UNBOUNDED PRECEDING
        ) AS q_value
    FROM ranked
)
SELECT experiment_id, metric, p_value, q_value,
    COALESCE(q_value <= 0.05 + 1e-9, FALSE) AS significant
FROM adjusted
