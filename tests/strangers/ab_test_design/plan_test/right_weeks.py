# style: NormalDist, counts whole weeks
from math import ceil, sqrt
from statistics import NormalDist

def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    target = baseline + mde_abs
    for prob in (baseline, target, alpha, power):
        if prob <= 0 or prob >= 1:
            raise ValueError("probability")
    if mde_abs == 0 or ratio <= 0 or daily_users <= 0 or share <= 0 or share > 1:
        raise ValueError("argument")
    z = NormalDist().inv_cdf
    wt = ratio / (1 + ratio)
    mix = (1 - wt) * baseline + wt * target
    null_sd = sqrt(mix * (1 - mix) * (1 + 1 / ratio))
    alt_sd = sqrt(baseline * (1 - baseline) + target * (1 - target) / ratio)
    x = (z(1 - alpha / 2) * null_sd + z(power) * alt_sd) ** 2 / mde_abs ** 2
    n0, n1 = ceil(x), ceil(ratio * x)
    q = (n0 + n1) / (daily_users * share)
    d = ceil(q - 1e-9 * max(1.0, q))
    return dict(n_control=n0, n_treatment=n1, days=7 * ceil(d / 7))
