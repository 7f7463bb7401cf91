# style: scipy logsumexp with an appended outside option, shares in log space
import numpy as np
from scipy.special import logsumexp

def expected_revenue(prices, quality, beta, buyers):
    prices = np.array(prices, dtype=float)
    quality = np.array(quality, dtype=float)
    if prices.shape != quality.shape:
        raise ValueError("prices and quality must have one shape")
    if not prices.size:
        raise ValueError("no sellers")
    if prices.min() <= 0:
        raise ValueError("prices must be positive")
    if beta <= 0:
        raise ValueError("beta must be positive")
    if buyers < 0:
        raise ValueError("buyers must not be negative")
    utility = np.append(quality - beta * prices, 0.0)
    log_share = utility - logsumexp(utility)
    return buyers * np.exp(log_share[:-1]) * prices
