# Your shares always add up to 1, as if everybody had to buy. Buyers can walk away: a price cut also
# grows the market, so the outside option belongs in the denominator.
# rule: share
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or len(prices) == 0:
        raise ValueError("prices and quality need one entry per seller")
    if (prices <= 0).any() or beta <= 0 or buyers < 0:
        raise ValueError("prices and beta must be above 0, buyers at least 0")
    utility = quality - beta * prices
    weight = np.exp(utility - utility.max())
    return buyers * weight / weight.sum() * prices
