# Plain Python: a loop over the sellers, math.exp and a list as the result.
from math import exp


def expected_revenue(prices, quality, beta, buyers):
    if len(prices) != len(quality) or not len(prices):
        raise ValueError("one price and one quality per seller")
    if any(price <= 0 for price in prices) or beta <= 0 or buyers < 0:
        raise ValueError("prices and beta above 0, buyers at least 0")
    utilities = [q - beta * p for p, q in zip(prices.tolist(), quality.tolist(), strict=True)]
    top = max([0.0, *utilities])
    total = exp(-top) + sum(exp(u - top) for u in utilities)
    return [buyers * p * exp(u - top) / total for p, u in zip(prices, utilities, strict=True)]
