from math import sqrt

from scipy.stats import norm


def ctr_effect(clicks, impressions, treated):
    if len({len(clicks), len(impressions), len(treated)}) > 1:
        raise ValueError("the three arrays need one entry per user")
    if (clicks < 0).any() or (impressions < 0).any():
        raise ValueError("clicks and impressions cannot be negative")
    if (clicks[impressions == 0] > 0).any():
        raise ValueError("a user without impressions has clicks")

    def arm(users):
        c, m, n = clicks[users], impressions[users], users.sum()
        if n < 2:
            raise ValueError("each arm needs two users with impressions")
        rate = c.sum() / m.sum()
        # n * mean(m) is the sum of m
        by_user = ((c - rate * m) ** 2).sum() * n / (n - 1) / m.sum() ** 2
        return rate, by_user, rate * (1 - rate) / m.sum()

    rate_c, by_user_c, naive_c = arm(~treated & (impressions > 0))
    rate_t, by_user_t, naive_t = arm(treated & (impressions > 0))
    diff, se_user = rate_t - rate_c, sqrt(by_user_c + by_user_t)
    if se_user <= 1e-12:
        raise ValueError("all users of an arm click at the same rate: there is no standard error")
    return {
        "ctr_control": rate_c,
        "ctr_treatment": rate_t,
        "diff": diff,
        "se_user": se_user,
        "se_naive": sqrt(naive_c + naive_t),
        "p_value": 2 * norm.sf(abs(diff) / se_user),
    }
