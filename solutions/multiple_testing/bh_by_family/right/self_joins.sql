-- No window functions: counts and minima of the definition by joins of the table with itself and GROUP BY.
WITH sizes AS (
    SELECT experiment_id, COUNT(p_value) AS m FROM tests GROUP BY experiment_id
),
scaled AS (
    SELECT a.experiment_id, a.p_value, ANY_VALUE(m) * a.p_value / COUNT(*) AS value
    FROM (SELECT DISTINCT experiment_id, p_value FROM tests) a
    JOIN tests b ON b.experiment_id = a.experiment_id AND b.p_value <= a.p_value
    JOIN sizes s ON s.experiment_id = a.experiment_id
    GROUP BY a.experiment_id, a.p_value
)
SELECT t.experiment_id, t.metric, t.p_value, q.q_value,
    CASE WHEN q.q_value <= 0.05 + 1e-9 THEN TRUE ELSE FALSE END AS significant
FROM tests t
LEFT JOIN (
    SELECT low.experiment_id, low.p_value, MIN(high.value) AS q_value
    FROM scaled low
    JOIN scaled high ON high.experiment_id = low.experiment_id AND high.p_value >= low.p_value
    GROUP BY low.experiment_id, low.p_value
) q ON q.experiment_id = t.experiment_id AND q.p_value = t.p_value
