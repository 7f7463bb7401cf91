# style: SQL inside the function: long form, window functions for the ranks, CORR for the rest
import duckdb


def metric_scorecard(users, metrics):
    if users.empty or not metrics or set(metrics) - set(users.columns):
        raise ValueError("users, metrics and their columns must be there")
    long = users.melt(id_vars=["user_id", "value_180d"], value_vars=metrics, var_name="metric", value_name="x")
    return duckdb.sql("""
        WITH filled AS (
            SELECT metric, COALESCE(CASE WHEN isnan(x) THEN NULL ELSE x END, 0) AS x, value_180d AS y FROM long
        ), ranked AS (
            SELECT metric, x,
                ROW_NUMBER() OVER (PARTITION BY metric ORDER BY x DESC) AS place,
                COUNT(*) OVER (PARTITION BY metric) AS n,
                RANK() OVER (PARTITION BY metric ORDER BY x)
                    + (COUNT(*) OVER (PARTITION BY metric, x) - 1) / 2 AS rx,
                RANK() OVER (PARTITION BY metric ORDER BY y)
                    + (COUNT(*) OVER (PARTITION BY metric, y) - 1) / 2 AS ry
            FROM filled
        )
        SELECT metric,
            AVG((x > 0)::INT) AS coverage,
            SUM(x) FILTER (WHERE place <= CEIL(n / 100)) / NULLIF(SUM(x), 0) AS top1_share,
            CASE WHEN MIN(rx) < MAX(rx) AND MIN(ry) < MAX(ry) THEN CORR(rx, ry) END AS predictive
        FROM ranked
        GROUP BY metric
    """).df()
