from scipy.stats import chi2


def srm_check(counts, shares, threshold):
    if not 0 < threshold < 1:
        raise ValueError("threshold must lie strictly between 0 and 1")
    if len(counts) != len(shares) or len(counts) < 2:
        raise ValueError("counts and shares need one entry per variant, and two variants at least")
    if min(shares) <= 0 or min(counts) < 0 or sum(counts) == 0:
        raise ValueError("shares must be positive, and counts 0 or more with somebody in them")

    unit = sum(counts) / sum(shares)
    expected = [unit * share for share in shares]
    statistic = sum((seen - due) ** 2 / due for seen, due in zip(counts, expected))
    p_value = chi2.sf(statistic, len(counts) - 1)
    return {"chi2": statistic, "p_value": p_value, "srm": p_value < threshold}
