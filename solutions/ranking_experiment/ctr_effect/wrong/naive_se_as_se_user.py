# Your se_user treats every impression as independent. Clicks of one user are correlated; the unit is
# the user: sum the squared residuals c - R·m over users.
# rule: se_user
import numpy as np
from scipy.stats import norm


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
        by_user.append(rate * (1 - rate) / m.sum())
        naive.append(rate * (1 - rate) / m.sum())
    se_user, se_naive = np.sqrt(sum(by_user)), np.sqrt(sum(naive))
    check = [c - c.sum() / m.sum() * m for c, m in ((clicks[a], impressions[a]) for a in (treated, ~treated))]
    if max(abs(x).max() for x in check) < 1e-9:
        raise ValueError("no variation")
    diff = rates[1] - rates[0]
    return {
        "ctr_control": rates[0],
        "ctr_treatment": rates[1],
        "diff": diff,
        "se_user": se_user,
        "se_naive": se_naive,
        "p_value": 2 * norm.sf(abs(diff) / se_user),
    }
