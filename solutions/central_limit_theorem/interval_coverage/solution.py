import numpy as np
from scipy import stats


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2 or len(draws) == 0 or draws.shape[1] < 2:
        raise ValueError("draws must have two dimensions, a row, and at least two columns")
    if not 0 < level < 1:
        raise ValueError(f"level must lie strictly between 0 and 1, and is {level}")

    n = draws.shape[1]
    if method == "t":
        q = stats.t.ppf((1 + level) / 2, n - 1)
    elif method == "z":
        q = stats.norm.ppf((1 + level) / 2)
    else:
        raise ValueError(f'method must be "t" or "z", and is {method!r}')

    half = q * draws.std(axis=1, ddof=1) / np.sqrt(n)
    return (abs(draws.mean(axis=1) - mu) <= half + 1e-12).mean()
