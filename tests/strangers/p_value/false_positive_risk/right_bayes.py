# style: plain arithmetic, Bayes' rule
def false_positive_risk(alpha, power, prior):
    if not 0 < alpha < 1:
        raise ValueError("alpha")
    if not 0 < power <= 1:
        raise ValueError("power")
    if not 0 <= prior <= 1:
        raise ValueError("prior")
    false_alarm = alpha * (1 - prior)
    true_hit = power * prior
    return false_alarm / (false_alarm + true_hit)
