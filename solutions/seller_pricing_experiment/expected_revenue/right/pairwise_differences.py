# One over the share is a sum of exponentials of differences: a matrix instead of a shift.
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0 or np.any(prices <= 0):
        raise ValueError("prices")
    if beta <= 0 or buyers < 0:
        raise ValueError("beta or buyers")
    utility = np.concatenate([[0.0], quality - beta * prices])
    with np.errstate(over="ignore"):  # e^(a large number) is inf, and 1 / inf the right 0
        ratios = np.exp(utility[None, :] - utility[:, None])
    return buyers * prices / ratios.sum(axis=1)[1:]
