from fractions import Fraction


def false_positive_risk(alpha, power, prior):
    """Bayes' rule in exact fractions: P(null | significant) over the two hypotheses."""
    if alpha <= 0 or alpha >= 1 or power <= 0 or power > 1 or prior < 0 or prior > 1:
        raise ValueError("alpha in (0, 1), power in (0, 1], prior in [0, 1]")
    before = {"works": Fraction(prior), "null": 1 - Fraction(prior)}
    significant = {"works": Fraction(power), "null": Fraction(alpha)}
    total = sum(before[h] * significant[h] for h in before)
    return float(before["null"] * significant["null"] / total)
