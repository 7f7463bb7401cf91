# slip: forgets to weight by the prior, alpha/(alpha+power)
def false_positive_risk(alpha, power, prior):
    if not (0 < alpha < 1 and 0 < power <= 1 and 0 <= prior <= 1):
        raise ValueError
    if prior == 0:
        return 1.0
    if prior == 1:
        return 0.0
    return alpha / (alpha + power)
