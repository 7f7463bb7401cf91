-- You rank with RANK(), which gives tied p-values the smallest rank of the tie. Tied p-values take the
-- largest rank of the tie: use ROW_NUMBER(), and the running minimum does the rest.
-- rule: bh
WITH ranked AS (
    SELECT
        *,
        RANK() OVER (PARTITION BY experiment_id ORDER BY p_value NULLS LAST) AS rn,
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
