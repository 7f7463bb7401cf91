import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0:
        raise ValueError("prices and quality need one entry per seller")
    if (prices <= 0).any():
        raise ValueError("a price must be above 0")
    if beta <= 0:
        raise ValueError("beta must be above 0")
    if buyers < 0:
        raise ValueError("buyers cannot be negative")

    utility = quality - beta * prices
    top = max(0, utility.max())  # the largest exponent becomes 0: nothing overflows
    weight = np.exp(utility - top)
    share = weight / (np.exp(-top) + weight.sum())
    return buyers * share * prices
