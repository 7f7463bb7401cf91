# style: plain loops and math.fsum; the control sum is total minus treated
import math

def permutation_pvalue(treat, control, perms, alternative):
    sides = {"greater": lambda a, o, e: a >= o - e,
             "less": lambda a, o, e: a <= o + e,
             "two-sided": lambda a, o, e: abs(a) >= abs(o) - e}
    if alternative not in sides:
        raise ValueError("alternative")
    pool = [float(v) for v in treat] + [float(v) for v in control]
    k, n = len(treat), len(treat) + len(control)
    if k == 0 or k == n or any(not math.isfinite(v) for v in pool):
        raise ValueError("arms")
    if getattr(perms, "ndim", 0) != 2 or perms.shape[1] != n:
        raise ValueError("perms")
    total = math.fsum(pool)

    def diff(chosen):
        s = math.fsum(chosen)
        return s / k - (total - s) / (n - k)

    obs = diff(pool[:k])
    eps = 1e-9 * max(1, abs(obs))
    extreme = 0
    for row in perms.tolist():
        if sides[alternative](diff([pool[i] for i in row[:k]]), obs, eps):
            extreme += 1
    return (1 + extreme) / (1 + len(perms))
