# slip: treats power like alpha, so power = 1 raises
def false_positive_risk(alpha, power, prior):
    for v in (alpha, power):
        if v <= 0 or v >= 1:
            raise ValueError("level must be inside (0, 1)")
    if prior < 0 or prior > 1:
        raise ValueError("prior")
    return alpha * (1 - prior) / (alpha * (1 - prior) + power * prior)
