import numpy as np


def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    if {len(price_old), len(price_new), len(quality)} != {assignments.shape[1]}:
        raise ValueError("prices, quality and assignments need one entry per seller")
    treated = assignments.astype(bool)
    if len(treated) == 0:
        raise ValueError("there is no assignment")
    if treated.all(axis=1).any() or not treated.any(axis=1).all():
        raise ValueError("an assignment treats nobody or everybody")

    def market(prices):
        return expected_revenue(prices, quality, beta, buyers)

    estimates = []
    for row in treated:
        revenue = market(np.where(row, price_new, price_old))  # both prices, one market
        estimates.append(revenue[row].mean() - revenue[~row].mean())
    gte = market(price_new).mean() - market(price_old).mean()
    naive = np.mean(estimates)
    return {"gte": gte, "naive": naive, "bias": naive - gte}
