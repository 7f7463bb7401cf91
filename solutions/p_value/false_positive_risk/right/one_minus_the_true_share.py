# The complement: one minus the positive predictive value, with an early return at the ends.
def false_positive_risk(alpha, power, prior):
    for value, low, high in ((alpha, 0, 1), (power, 0, 1), (prior, 0, 1)):
        if not low <= value <= high:
            raise ValueError(f"{value} is no probability")
    if alpha in (0, 1) or power == 0:
        raise ValueError("alpha or power at an end that makes no test")
    if prior == 0:
        return 1
    precision = power * prior / (power * prior + alpha - alpha * prior)
    return 1 - precision
