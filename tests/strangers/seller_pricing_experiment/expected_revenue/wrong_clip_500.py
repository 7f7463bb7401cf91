# slip: avoids overflow by clipping utilities to +-500, which equalises all large ones; differs: prices [1, 1], quality [1501, 1001], beta 1, buyers 10 ([5, 5] instead of [10, 0])
import numpy as np

def expected_revenue(prices, quality, beta, buyers):
    p, q = np.asarray(prices, float), np.asarray(quality, float)
    if p.shape != q.shape or p.size == 0:
        raise ValueError("shapes")
    if np.any(p <= 0) or beta <= 0 or buyers < 0:
        raise ValueError("values")
    e = np.exp(np.clip(q - beta * p, -500.0, 500.0))
    return buyers * p * e / (1.0 + e.sum())
