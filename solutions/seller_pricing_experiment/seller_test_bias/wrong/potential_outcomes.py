# You compare the market with all new prices with the one with all old prices, call that the test and
# find no bias. In the test both prices are live together; that is the point.
# rule: naive
def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    if not len(price_old) == len(price_new) == len(quality) == assignments.shape[1]:
        raise ValueError("prices, quality and assignments need one entry per seller")
    treated = assignments == 1
    if len(treated) == 0 or treated.all(axis=1).any() or not treated.any(axis=1).all():
        raise ValueError("each assignment needs treated and untreated sellers")
    old = expected_revenue(price_old, quality, beta, buyers)
    new = expected_revenue(price_new, quality, beta, buyers)
    gte = (new - old).mean()
    return {"gte": gte, "naive": gte, "bias": 0.0}
