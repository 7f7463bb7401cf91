# All rows at once: a matrix of markets, and the two group means as weighted sums.
import numpy as np


def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    rows, n = assignments.shape
    if any(len(column) != n for column in (price_old, price_new, quality)) or rows < 1:
        raise ValueError("shapes")
    k = assignments.sum(axis=1, keepdims=True)
    if k.min() == 0 or k.max() == n:
        raise ValueError("empty arm")
    old, new = (expected_revenue(p, quality, beta, buyers) for p in (price_old, price_new))

    prices = np.where(assignments, price_new, price_old)
    utility = quality - beta * prices
    log_total = np.logaddexp.reduce(utility, axis=1, keepdims=True, initial=0.0)
    revenue = buyers * np.exp(utility - log_total) * prices
    naive = float((revenue * (assignments / k - (1 - assignments) / (n - k))).sum() / rows)
    gte = float((new - old).sum() / n)
    return {"bias": naive - gte, "naive": naive, "gte": gte}
