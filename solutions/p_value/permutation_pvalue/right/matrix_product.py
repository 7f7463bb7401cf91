# A matrix product: weights +1/n1 for the first columns and -1/n0 for the rest; pandas counts.
import numpy as np
import pandas as pd


def permutation_pvalue(treat, control, perms, alternative):
    n1, n0 = len(treat), len(control)
    if n1 == 0 or n0 == 0:
        raise ValueError
    pooled = np.append(treat, control)
    if not np.all(np.isfinite(pooled)):
        raise ValueError
    if np.ndim(perms) != 2 or perms.shape[-1] != n1 + n0:
        raise ValueError
    weights = np.repeat([1 / n1, -1 / n0], [n1, n0])
    t = pd.Series(pooled[perms] @ weights, dtype=float)
    t_obs = pooled @ weights
    tol = 1e-9 * max(1, abs(t_obs))
    match alternative:
        case "greater":
            extreme = t.ge(t_obs - tol)
        case "less":
            extreme = t.le(t_obs + tol)
        case "two-sided":
            extreme = t.abs().ge(abs(t_obs) - tol)
        case _:
            raise ValueError
    return float(1 + extreme.sum()) / (1 + len(t))
