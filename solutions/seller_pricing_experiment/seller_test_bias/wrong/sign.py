# Your bias has the wrong sign. It is what the test says minus the truth, naive - gte, so that it is
# positive where the test promises too much.
# rule: bias
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
        estimates.append(revenue[row].mean() - revenue[~row].mean())
    naive, gte = np.mean(estimates), (new - old).mean()
    return {"gte": gte, "naive": naive, "bias": gte - naive}
