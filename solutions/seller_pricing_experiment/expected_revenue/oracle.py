import numpy as np
from scipy.special import softmax


def expected_revenue(prices, quality, beta, buyers):
    """The softmax of the utilities and an appended 0 for the buyer who walks away."""
    if not 0 < np.size(prices) == np.size(quality):
        raise ValueError("sellers")
    if np.min(prices) <= 0 or not beta > 0 or not buyers >= 0:
        raise ValueError("range")
    shares = softmax(np.append(quality - beta * prices, 0.0))
    return buyers * shares[:-1] * prices
