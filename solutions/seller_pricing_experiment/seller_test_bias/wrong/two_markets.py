# Your treated sellers live in a market with new prices only, your untreated ones in a market with old
# prices only. In the test both prices are live together, and each group meets the other as a competitor.
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
    naive = np.mean([new[row].mean() - old[~row].mean() for row in treated])
    gte = (new - old).mean()
    return {"gte": gte, "naive": naive, "bias": naive - gte}
