# You return the share of false alarms among all tests. The question is about the significant ones
# only: divide by the share of tests that are significant at all, false alarms plus true wins.
def false_positive_risk(alpha, power, prior):
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if not 0 < power <= 1:
        raise ValueError("power must be above 0 and at most 1")
    if not 0 <= prior <= 1:
        raise ValueError("prior must lie between 0 and 1")
    return alpha * (1 - prior)
