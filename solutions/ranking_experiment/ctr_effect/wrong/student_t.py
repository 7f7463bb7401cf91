# You take the p-value from Student's distribution. The contract asks for the normal one: the delta method holds
# for many users, where the two agree.
# rule: normal
import numpy as np
from scipy.stats import t


def ctr_effect(clicks, impressions, treated):
    if not len(clicks) == len(impressions) == len(treated):
        raise ValueError("the arrays differ in length")
    if min(clicks, default=0) < 0 or min(impressions, default=0) < 0:
        raise ValueError("a negative number")
    if clicks[impressions == 0].any():
        raise ValueError("clicks without impressions")
    seen = impressions > 0
    rates, by_user, naive = [], [], []
    for arm in (seen & ~treated, seen & treated):
        c, m, n = clicks[arm], impressions[arm], arm.sum()
        if n < 2:
            raise ValueError("an arm needs two users")
        rate = c.sum() / m.sum()
        rates.append(rate)
        by_user.append(((c - rate * m) ** 2).sum() / ((n - 1) * n * m.mean() ** 2))
        naive.append(rate * (1 - rate) / m.sum())
    se_user, se_naive = np.sqrt(sum(by_user)), np.sqrt(sum(naive))
    if se_user <= 1e-12:
        raise ValueError("no variation")
    diff = rates[1] - rates[0]
    return {
        "ctr_control": rates[0],
        "ctr_treatment": rates[1],
        "diff": diff,
        "se_user": se_user,
        "se_naive": se_naive,
        "p_value": 2 * t.sf(abs(diff) / se_user, seen.sum() - 2),
    }
