# style: no numpy; the normal tail from erfc
import math


def ctr_effect(clicks, impressions, treated):
    if not (len(clicks) == len(impressions) == len(treated)):
        raise ValueError("one entry per user in each array")
    arms = {True: [], False: []}
    for c, m, t in zip(clicks.tolist(), impressions.tolist(), treated.tolist()):
        if c < 0 or m < 0 or (m == 0 and c > 0):
            raise ValueError(f"{c} clicks on {m} impressions")
        if m > 0:
            arms[t].append((c, m))
    ctr, user, naive = {}, 0.0, 0.0
    for t, users in arms.items():
        n = len(users)
        if n < 2:
            raise ValueError("an arm has fewer than two users")
        shown = sum(m for _, m in users)
        ctr[t] = sum(c for c, _ in users) / shown
        user += sum((c - ctr[t] * m) ** 2 for c, m in users) / ((n - 1) * n * (shown / n) ** 2)
        naive += ctr[t] * (1 - ctr[t]) / shown
    se = math.sqrt(user)
    if se <= 1e-12:
        raise ValueError("users do not vary")
    diff = ctr[True] - ctr[False]
    return {
        "ctr_control": ctr[False],
        "ctr_treatment": ctr[True],
        "diff": diff,
        "se_user": se,
        "se_naive": math.sqrt(naive),
        "p_value": math.erfc(abs(diff) / se / math.sqrt(2)),
    }
