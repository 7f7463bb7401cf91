# Your untreated sellers earn what they earned before the test, as if nothing had happened to them. They
# stand in the same market as the treated ones and lose buyers to them.
# rule: naive
import numpy as np


def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    if not len(price_old) == len(price_new) == len(quality) == assignments.shape[1]:
        raise ValueError("prices, quality and assignments need one entry per seller")
    treated = assignments == 1
    if len(treated) == 0 or treated.all(axis=1).any() or not treated.any(axis=1).all():
        raise ValueError("each assignment needs treated and untreated sellers")
    old = expected_revenue(price_old, quality, beta, buyers)
    new = expected_revenue(price_new, quality, beta, buyers)
    estimates = []
    for row in treated:
        revenue = expected_revenue(np.where(row, price_new, price_old), quality, beta, buyers)
        estimates.append(revenue[row].mean() - old[~row].mean())
    naive, gte = np.mean(estimates), (new - old).mean()
    return {"gte": gte, "naive": naive, "bias": naive - gte}
