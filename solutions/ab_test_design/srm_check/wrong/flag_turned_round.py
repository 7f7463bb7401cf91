# Your srm is true where the sample is fine. It is the alarm: true when p_value is below the
# threshold.
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
    return {"chi2": statistic, "p_value": p_value, "srm": p_value >= threshold}
