# A long table with one row per test and seller; pandas takes the means of the groups.
import pandas as pd


def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    if len({len(price_old), len(price_new), len(quality), assignments.shape[1]}) != 1:
        raise ValueError("widths differ")
    if not assignments.shape[0]:
        raise ValueError("no test")
    before = expected_revenue(price_old, quality, beta, buyers)
    after = expected_revenue(price_new, quality, beta, buyers)

    tests = []
    for test, row in enumerate(assignments):
        prices = price_old + row * (price_new - price_old)
        revenue = expected_revenue(prices, quality, beta, buyers)
        tests.append(pd.DataFrame({"test": test, "arm": row, "revenue": revenue}))
    means = pd.concat(tests).groupby(["test", "arm"])["revenue"].mean().unstack()
    if set(means.columns) != {0, 1} or means.isna().any(axis=None):
        raise ValueError("an arm is empty")
    naive, gte = (means[1] - means[0]).mean(), (after - before).mean()
    return {"gte": gte, "naive": naive, "bias": naive - gte}
