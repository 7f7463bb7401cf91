def false_positive_risk(alpha, power, prior):
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if not 0 < power <= 1:
        raise ValueError("power must be above 0 and at most 1")
    if not 0 <= prior <= 1:
        raise ValueError("prior must lie between 0 and 1")

    false_alarms = alpha * (1 - prior)
    true_wins = power * prior
    return false_alarms / (false_alarms + true_wins)
