# style: each factor's share of ln(R1/R0), times the total; exact fractions for the factors
from fractions import Fraction
from math import log


def revenue_bridge(control, treatment):
    c, t = (
        {name: Fraction(value) for name, value in arm.items()} for arm in (control, treatment)
    )
    for arm in (c, t):
        if not all(value > 0 for value in arm.values()):
            raise ValueError("a factor of zero has no logarithm")
    ratios = {
        "ctr": t["clickers"] * c["users"] / (c["clickers"] * t["users"]),
        "orders_per_clicker": t["orders"] * c["clickers"] / (c["orders"] * t["clickers"]),
        "aov": t["revenue"] * c["orders"] / (c["revenue"] * t["orders"]),
    }
    before = c["revenue"] / c["users"]
    total = t["revenue"] / t["users"] - before
    if abs(total / before) < Fraction(1, 10**9):
        parts = {name: float(before) * log(ratio) for name, ratio in ratios.items()}
    else:
        whole = log((total + before) / before)
        parts = {name: float(total) * log(ratio) / whole for name, ratio in ratios.items()}
    return parts | {"total": float(total)}
