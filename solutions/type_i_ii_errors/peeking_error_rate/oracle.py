from math import sqrt

from scipy.stats import norm


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    """An explicit loop: look, work out p from all values so far, stop at the first p <= alpha."""
    total = len(batch_sums)
    allowed = range(1, batch_sums.shape[1] + 1)
    if total < 1 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError("no such program")
    if not looks or len(looks) != len(set(looks)) or not set(looks) <= set(allowed):
        raise ValueError("looks")

    alarms = 0
    for row in batch_sums.tolist():
        for look in sorted(looks):
            z = sum(row[:look]) / (sigma * sqrt(look * batch_n))
            if 2 * norm.sf(abs(z)) <= alpha:
                alarms += 1
                break
    return alarms / total
