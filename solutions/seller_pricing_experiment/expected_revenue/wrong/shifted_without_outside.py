# You shift the utilities of the sellers and leave the outside option at 1. Shift the outside option too:
# when top is subtracted everywhere, it weighs e^(-top).
# rule: stable
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0:
        raise ValueError("prices and quality need one entry per seller")
    if (prices <= 0).any() or beta <= 0 or buyers < 0:
        raise ValueError("prices and beta must be above 0, buyers at least 0")
    utility = quality - beta * prices
    weight = np.exp(utility - utility.max())
    return buyers * weight / (1 + weight.sum()) * prices
