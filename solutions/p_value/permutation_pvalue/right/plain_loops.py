# Plain loops over lists, with one comparison written out per alternative.
import math


def permutation_pvalue(treat, control, perms, alternative):
    pool = list(treat) + list(control)
    if len(treat) < 1 or len(control) < 1:
        raise ValueError("empty arm")
    for value in pool:
        if math.isnan(value) or math.isinf(value):
            raise ValueError("non-finite value")
    if len(perms.shape) != 2:
        raise ValueError("perms is not a matrix")
    if perms.shape[1] != len(pool):
        raise ValueError("perms has the wrong width")
    if alternative not in {"greater", "less", "two-sided"}:
        raise ValueError(alternative)

    k = len(treat)

    def gap(values):
        return sum(values[:k]) / k - sum(values[k:]) / (len(values) - k)

    t_obs = gap(pool)
    tol = 1e-9 * max(1.0, abs(t_obs))
    extreme = 0
    for row in perms:
        t = gap([pool[i] for i in row])
        if alternative == "greater" and t >= t_obs - tol:
            extreme += 1
        elif alternative == "less" and t <= t_obs + tol:
            extreme += 1
        elif alternative == "two-sided" and abs(t) >= abs(t_obs) - tol:
            extreme += 1
    return (extreme + 1) / (perms.shape[0] + 1)
