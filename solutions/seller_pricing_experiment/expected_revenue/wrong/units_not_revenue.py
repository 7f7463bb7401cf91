# Your numbers are units: how many buyers each seller gets. Revenue is what these buyers pay, so
# multiply by the price.
# rule: share
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0:
        raise ValueError("prices and quality need one entry per seller")
    if (prices <= 0).any() or beta <= 0 or buyers < 0:
        raise ValueError("prices and beta must be above 0, buyers at least 0")
    utility = quality - beta * prices
    top = max(0, utility.max())
    weight = np.exp(utility - top)
    return buyers * weight / (np.exp(-top) + weight.sum())
