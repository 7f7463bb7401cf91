# SQL: number the weeks, join them to the lags, let CORR do the rest.
import duckdb
import pandas as pd


def lagged_correlation(x, y, max_lag):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    if len(x) < 1:
        raise ValueError("no values")
    if max_lag < 0:
        raise ValueError("max_lag is negative")
    weeks = pd.DataFrame({"t": range(len(x)), "x": x, "y": y})
    lags = pd.DataFrame({"lag": range(-max_lag, max_lag + 1)})
    return duckdb.sql("""
        WITH pairs AS (
            SELECT lag, a.x, b.y
            FROM lags
            JOIN weeks a ON a.x IS NOT NULL AND NOT isnan(a.x)
            JOIN weeks b ON b.t = a.t + lag AND b.y IS NOT NULL AND NOT isnan(b.y)
        )
        SELECT lags.lag, COUNT(x) AS n,
            CASE WHEN COUNT(x) >= 3 AND MIN(x) < MAX(x) AND MIN(y) < MAX(y) THEN CORR(x, y) END AS corr
        FROM lags LEFT JOIN pairs USING (lag)
        GROUP BY lags.lag
    """).df()
