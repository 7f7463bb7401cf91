# SQL: the resamples as a long table, grouped twice.
import duckdb
import pandas as pd


def bootstrap_ci(x, idx, stat, level):
    aggregates = {
        "mean": "avg(value)",
        "median": "median(value)",
        "p90": "quantile_cont(value, 0.9)",
    }
    if idx.ndim != 2 or 0 in idx.shape or idx.shape[1] != x.shape[0]:
        raise ValueError("idx")
    if stat not in aggregates or not 0 < level < 1:
        raise ValueError("stat or level")
    long = pd.DataFrame(x[idx]).melt(ignore_index=False).reset_index(names="resample")  # noqa: F841
    tail = (1 - level) / 2
    return duckdb.execute(
        f"""
        WITH replicates AS (SELECT {aggregates[stat]} AS s FROM long GROUP BY resample)
        SELECT quantile_cont(s, {tail!r}), quantile_cont(s, {1 - tail!r}) FROM replicates
        """
    ).fetchone()
