from math import factorial

import numpy as np
from scipy import stats


def permutation_pvalue(treat, control, perms, alternative):
    """In whole cents, where ties are exact; through SciPy where perms holds all n! relabellings."""
    n1, n0 = len(treat), len(control)
    if not n1 or not n0 or not np.all(np.isfinite([*treat, *control])):
        raise ValueError("empty group or non-finite value")
    if perms.ndim != 2 or perms.shape[1] != n1 + n0:
        raise ValueError("shape of perms")
    extremeness = {"greater": int, "less": lambda t: -t, "two-sided": abs}.get(alternative)
    if extremeness is None:
        raise ValueError("alternative")
    cents = [round(100 * value) for value in [*treat.tolist(), *control.tolist()]]

    def statistic(treated, others):  # the difference of means, times n1 * n0, in cents
        return extremeness(n0 * int(sum(treated)) - n1 * int(sum(others)))

    b = len(perms)
    if min(n1, n0) > 1 and n1 + n0 < 8 and len(np.unique(perms, axis=0)) == factorial(n1 + n0) == b:
        every_split = stats.permutation_test(
            (cents[:n1], cents[n1:]), statistic, n_resamples=np.inf, alternative="greater"
        )
        return (1 + every_split.pvalue * b) / (1 + b)

    observed = statistic(cents[:n1], cents[n1:])
    count = 0
    for row in perms.tolist():
        pool = [cents[index] for index in row]
        count += statistic(pool[:n1], pool[n1:]) >= observed
    return (1 + count) / (1 + b)
