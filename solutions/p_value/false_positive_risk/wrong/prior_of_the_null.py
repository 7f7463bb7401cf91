# You read the prior as the share of ideas that do nothing. It is the share that truly works, so the
# null is true for 1 - prior of them.
# rule: ranges
def false_positive_risk(alpha, power, prior):
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if not 0 < power <= 1:
        raise ValueError("power must be above 0 and at most 1")
    if not 0 <= prior <= 1:
        raise ValueError("prior must lie between 0 and 1")
    return alpha * prior / (alpha * prior + power * (1 - prior))
