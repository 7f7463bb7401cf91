# A plain loop; the p-value by one minus the distribution function.
from scipy import stats


def srm_check(counts: list[int], shares: list[float], threshold: float) -> dict:
    if not (threshold > 0 and threshold < 1):
        raise ValueError(threshold)
    if len(counts) < 2 or len(counts) != len(shares):
        raise ValueError("lengths")
    total, whole = 0, 0.0
    for count, share in zip(counts, shares):
        if count < 0 or share <= 0:
            raise ValueError((count, share))
        total += count
        whole += share
    if total == 0:
        raise ValueError("nobody")
    distance = 0.0
    for count, share in zip(counts, shares):
        expected = total * share / whole
        distance += (count - expected) * (count - expected) / expected
    p_value = 1 - stats.chi2(df=len(counts) - 1).cdf(distance)
    return dict(chi2=distance, p_value=p_value, srm=bool(p_value < threshold))
