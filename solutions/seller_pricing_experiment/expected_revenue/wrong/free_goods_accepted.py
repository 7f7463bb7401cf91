# You accept a price of exactly 0. The contract refuses a price that is not above 0: such a seller would
# have no revenue whatever it did.
# rule: bad_market
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0:
        raise ValueError("prices and quality need one entry per seller")
    if (prices < 0).any() or beta <= 0 or buyers < 0:
        raise ValueError("prices and beta must be above 0, buyers at least 0")
    utility = quality - beta * prices
    top = max(0, utility.max())
    weight = np.exp(utility - top)
    return buyers * weight / (np.exp(-top) + weight.sum()) * prices
