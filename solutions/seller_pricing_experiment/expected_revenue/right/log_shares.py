# Logarithms all the way: log share = utility - log of the sum, which logaddexp adds up safely.
import numpy as np


def expected_revenue(prices, quality, beta, buyers):
    if prices.shape != quality.shape or prices.size == 0:
        raise ValueError("shapes")
    if prices.min() <= 0 or beta <= 0 or buyers < 0:
        raise ValueError("out of range")
    utility = quality - beta * prices
    total = np.logaddexp.reduce(utility, initial=0.0)
    return np.exp(utility - total) * prices * buyers
