# SQL windows: islands by "hour minus row number" within a region and an arm.
import duckdb


def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in")
    if len(df[["region", "hour"]].drop_duplicates()) < len(df):
        raise ValueError("duplicates")
    effect, variance, on, off = duckdb.sql(f"""
        WITH islands AS (
            SELECT *, hour - ROW_NUMBER() OVER (PARTITION BY region, treated ORDER BY hour) AS island,
                MIN(hour) OVER (PARTITION BY region) AS opening
            FROM df
        ),
        placed AS (
            SELECT *, MIN(hour) OVER (PARTITION BY region, treated, island) AS start FROM islands
        ),
        blocks AS (
            SELECT treated, AVG(revenue) AS revenue FROM placed
            WHERE start = opening OR hour >= start + {int(burn_in)}
            GROUP BY region, treated, island
        )
        SELECT
            AVG(revenue) FILTER (treated) - AVG(revenue) FILTER (NOT treated),
            VAR_SAMP(revenue) FILTER (treated) / COUNT(*) FILTER (treated)
                + VAR_SAMP(revenue) FILTER (NOT treated) / COUNT(*) FILTER (NOT treated),
            COUNT(*) FILTER (treated),
            COUNT(*) FILTER (NOT treated)
        FROM blocks
    """).fetchall()[0]
    if min(on, off) < 2:
        raise ValueError("blocks")
    return {"effect": effect, "se": variance**0.5, "blocks_treated": on, "blocks_control": off}
