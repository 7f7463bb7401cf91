# You pool the sellers of all rows before you take two means, so that rows with many treated sellers
# weigh more among the treated. Each row is one test: estimate first, then average over rows.
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
    revenue = np.array(
        [
            expected_revenue(np.where(row, price_new, price_old), quality, beta, buyers)
            for row in treated
        ]
    )
    naive, gte = revenue[treated].mean() - revenue[~treated].mean(), (new - old).mean()
    return {"gte": gte, "naive": naive, "bias": naive - gte}
