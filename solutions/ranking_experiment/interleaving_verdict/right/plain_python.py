# style: counters and the binomial sum in whole numbers
from collections import Counter
from fractions import Fraction
from math import comb


def interleaving_verdict(impressions):
    found = {}
    for row in impressions.itertuples():
        if row.clicks:
            found.setdefault(row.session_id, Counter())[row.team] += 1
    a = sum(c["A"] > c["B"] for c in found.values())
    b = sum(c["B"] > c["A"] for c in found.values())
    ties = len(found) - a - b
    n = a + b
    tail = Fraction(sum(comb(n, i) for i in range(max(a, b), n + 1)), 2**n)
    return {
        "wins_a": a,
        "wins_b": b,
        "ties": ties,
        "delta_ab": float(Fraction(2 * a + ties, 2 * len(found)) - Fraction(1, 2)) if found else None,
        "p_value": float(min(1, 2 * tail)),
    }
