# slip: refuses negative prices only, a price of 0 passes; differs: prices [0, 1], quality [1, 1], beta 1, buyers 10 (numbers instead of ValueError)
import numpy as np

def expected_revenue(prices, quality, beta, buyers):
    p, q = np.asarray(prices, float), np.asarray(quality, float)
    if p.shape != q.shape or p.size == 0:
        raise ValueError("shapes")
    if np.any(p < 0) or beta <= 0 or buyers < 0:
        raise ValueError("values")
    u = q - beta * p
    m = max(0.0, u.max())
    e = np.exp(u - m)
    return buyers * p * e / (np.exp(-m) + e.sum())
