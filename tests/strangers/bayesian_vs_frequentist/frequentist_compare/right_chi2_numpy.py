# style: 2x2 table in numpy, z as the signed root of the chi-square statistic
import numpy as np
from scipy.stats import chi2, norm


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    trials = np.array([n_a, n_b], dtype=float)
    hits = np.array([s_a, s_b], dtype=float)
    if (trials < 1).any() or (hits < 0).any() or (hits > trials).any():
        raise ValueError("counts are impossible")
    if not 0 < level < 1:
        raise ValueError("level outside (0, 1)")
    rates = hits / trials
    diff = rates[1] - rates[0]
    table = np.column_stack([hits, trials - hits])
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    if (expected == 0).any():
        z, p_value = 0.0, 1.0
    else:
        statistic = ((table - expected) ** 2 / expected).sum()
        z = np.sign(diff) * np.sqrt(statistic)
        p_value = chi2.sf(statistic, 1)
    se = np.sqrt((rates * (1 - rates) / trials).sum())
    half = norm.isf((1 - level) / 2) * se
    return {"diff": float(diff), "z": float(z), "p_value": float(p_value),
            "ci_low": float(diff - half), "ci_high": float(diff + half)}
