# Odds: the odds that a win is real are the prior odds times power / alpha.
import math


def false_positive_risk(alpha: float, power: float, prior: float) -> float:
    in_range = (0 < alpha < 1) and (0 < power <= 1) and (0 <= prior <= 1)
    if not in_range:
        raise ValueError("out of range")
    odds_before = prior / (1 - prior) if prior < 1 else math.inf
    odds_after = odds_before * power / alpha
    return 1 / (1 + odds_after)
