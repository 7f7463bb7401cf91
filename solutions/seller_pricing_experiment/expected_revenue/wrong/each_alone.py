# You let each seller compete with the outside option only, as if it were alone in the market. The
# buyers choose among all sellers at once, so the sum in the denominator runs over all of them.
# rule: share
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0:
        raise ValueError("prices and quality need one entry per seller")
    if (prices <= 0).any() or beta <= 0 or buyers < 0:
        raise ValueError("prices and beta must be above 0, buyers at least 0")
    utility = quality - beta * prices
    top = np.maximum(0, utility)
    share = np.exp(utility - top) / (np.exp(-top) + np.exp(utility - top))
    return buyers * share * prices
