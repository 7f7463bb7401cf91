# style: prior odds times the Bayes factor
def false_positive_risk(alpha, power, prior):
    ok = 0 < alpha < 1 and 0 < power <= 1 and 0 <= prior <= 1
    if not ok:
        raise ValueError("bad argument")
    if prior == 1:
        return 0.0
    odds_true = prior / (1 - prior) * (power / alpha)
    return 1 / (1 + odds_true)
