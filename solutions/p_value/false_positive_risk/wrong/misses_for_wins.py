# You put the misses, 1 - power, where the true wins belong. Power is the probability that an idea
# that works comes out significant, so the true wins are power times prior.
def false_positive_risk(alpha, power, prior):
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if not 0 < power <= 1:
        raise ValueError("power must be above 0 and at most 1")
    if not 0 <= prior <= 1:
        raise ValueError("prior must lie between 0 and 1")
    false_alarms = alpha * (1 - prior)
    misses = (1 - power) * prior
    return false_alarms / (false_alarms + misses) if prior < 1 else 0.0
