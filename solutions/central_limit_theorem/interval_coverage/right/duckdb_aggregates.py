# SQL: one group per row of the matrix.
import duckdb
import pandas as pd
from scipy import stats


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2 or 0 in draws.shape or draws.shape[1] == 1:
        raise ValueError("draws")
    if not 0 < level < 1 or method not in {"t", "z"}:
        raise ValueError("level, method")
    n = draws.shape[1]
    q = -(stats.t.ppf((1 - level) / 2, n - 1) if method == "t" else stats.norm.ppf((1 - level) / 2))
    long = pd.DataFrame(draws).melt(ignore_index=False, value_name="x").reset_index()  # noqa: F841
    return duckdb.execute(
        """
        WITH rows AS (SELECT avg(x) AS m, stddev_samp(x) AS s FROM long GROUP BY "index")
        SELECT avg((abs(m - $mu) <= $q * s / sqrt($n) + 1e-12)::INT) FROM rows
        """,
        {"mu": mu, "q": float(q), "n": n},
    ).fetchone()[0]
