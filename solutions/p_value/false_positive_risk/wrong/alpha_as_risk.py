# You return alpha. But alpha is conditional on the null being true: of the ideas that do nothing,
# so many look significant. The question is the reverse condition: of the significant ones, how
# many do nothing? That needs the prior and the power too.
def false_positive_risk(alpha, power, prior):
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if not 0 < power <= 1:
        raise ValueError("power must be above 0 and at most 1")
    if not 0 <= prior <= 1:
        raise ValueError("prior must lie between 0 and 1")
    return alpha
