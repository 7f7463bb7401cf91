# style: integer sums in Python, variances as exact Fractions, one square root at the end
from fractions import Fraction
from math import erfc, sqrt


def ctr_effect(clicks, impressions, treated):
    clicks = [int(c) for c in clicks]
    impressions = [int(m) for m in impressions]
    treated = [bool(t) for t in treated]
    if not len(clicks) == len(impressions) == len(treated):
        raise ValueError("lengths differ")
    if any(v < 0 for v in clicks) or any(v < 0 for v in impressions):
        raise ValueError("negative count")
    if any(c > 0 and m == 0 for c, m in zip(clicks, impressions)):
        raise ValueError("clicks without impressions")
    rate, var_user, var_naive = {}, {}, {}
    for arm in (False, True):
        users = [(c, m) for c, m, t in zip(clicks, impressions, treated) if t is arm and m > 0]
        n = len(users)
        if n < 2:
            raise ValueError("an arm has fewer than 2 users")
        total_c = sum(c for c, _ in users)
        total_m = sum(m for _, m in users)
        squares = sum((c * total_m - total_c * m) ** 2 for c, m in users)
        rate[arm] = Fraction(total_c, total_m)
        var_user[arm] = Fraction(squares * n, (n - 1) * total_m ** 4)
        var_naive[arm] = rate[arm] * (1 - rate[arm]) / total_m
    se_user = sqrt(var_user[True] + var_user[False])
    if se_user <= 1e-12:
        raise ValueError("no variation between users")
    diff = float(rate[True] - rate[False])
    return {
        "ctr_control": float(rate[False]),
        "ctr_treatment": float(rate[True]),
        "diff": diff,
        "se_user": se_user,
        "se_naive": sqrt(var_naive[True] + var_naive[False]),
        "p_value": erfc(abs(diff) / se_user / sqrt(2)),
    }
