# pandas: running totals per row, one column per look, the worst |z| of each row.
import pandas as pd
from scipy.stats import norm


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    frame = pd.DataFrame(batch_sums)
    frame.columns = frame.columns + 1
    if frame.shape[0] == 0 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError("bad program")
    if len(looks) == 0 or pd.Series(looks).duplicated().any():
        raise ValueError("bad looks")
    if any(look not in frame.columns for look in looks):
        raise ValueError("unknown look")
    totals = frame.cumsum(axis="columns")[looks]
    z = totals.div([sigma * (look * batch_n) ** 0.5 for look in looks], axis="columns")
    return z.abs().max(axis="columns").ge(norm.ppf(1 - alpha / 2)).mean()
