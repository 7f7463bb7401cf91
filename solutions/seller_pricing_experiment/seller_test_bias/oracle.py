from math import exp, fsum


def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    """A marketplace of loops: tests, sellers, and the competitors of each."""
    tests, n = assignments.shape
    if {len(price_old), len(price_new), len(quality)} != {n}:
        raise ValueError("widths")
    if tests == 0 or any(not 0 < sum(row) < n for row in assignments.tolist()):
        raise ValueError("tests")
    if min(*price_old, *price_new) <= 0 or beta <= 0 or buyers < 0:
        raise ValueError("market")

    def revenues(prices):
        u = [q - beta * p for q, p in zip(quality, prices, strict=True)]
        return [
            buyers * p / fsum([exp(-u[i]), *(exp(other - u[i]) for other in u)])
            for i, p in enumerate(prices)
        ]

    gte = (fsum(revenues(price_new)) - fsum(revenues(price_old))) / n
    total = 0.0
    for row in assignments.tolist():
        mixed = [price_new[i] if on else price_old[i] for i, on in enumerate(row)]
        for earned, on in zip(revenues(mixed), row, strict=True):
            total += earned / sum(row) if on else -earned / (n - sum(row))
    return {"gte": gte, "naive": total / tests, "bias": total / tests - gte}
