# You test the first group against all others. With two groups that is the same; with three a
# mismatch between the other two goes unseen. Sum over all groups, with one degree of freedom fewer
# than there are groups.
# rule: chi_square
from scipy.stats import chi2


def srm_check(counts, shares, threshold):
    if not 0 < threshold < 1 or len(counts) != len(shares) or len(counts) < 2:
        raise ValueError("threshold or lengths")
    if min(shares) <= 0 or min(counts) < 0 or sum(counts) == 0:
        raise ValueError("shares or counts out of range")
    expected = [sum(counts) * share / sum(shares) for share in shares]
    rest = sum(counts) - expected[0]
    statistic = (counts[0] - expected[0]) ** 2 * (1 / expected[0] + 1 / rest)
    p_value = chi2.sf(statistic, 1)
    return {"chi2": statistic, "p_value": p_value, "srm": p_value < threshold}
