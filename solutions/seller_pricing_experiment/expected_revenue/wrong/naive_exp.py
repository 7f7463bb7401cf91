# Large utilities overflow: e^1500 is infinite for a float, and infinity over infinity is NaN. Shift all
# utilities by the largest one, outside option included.
# rule: stable
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0:
        raise ValueError("prices and quality need one entry per seller")
    if (prices <= 0).any() or beta <= 0 or buyers < 0:
        raise ValueError("prices and beta must be above 0, buyers at least 0")
    with np.errstate(all="ignore"):
        weight = np.exp(quality - beta * prices)
        return buyers * weight / (1 + weight.sum()) * prices
