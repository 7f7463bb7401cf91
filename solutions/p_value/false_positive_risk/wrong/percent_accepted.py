# You accept numbers that are no probabilities, such as alpha = 5 for 5%, and return nonsense
# without a word. Raise ValueError for what lies outside the ranges of the contract.
# rule: ranges
def false_positive_risk(alpha, power, prior):
    false_alarms = alpha * (1 - prior)
    total = false_alarms + power * prior
    return false_alarms / total if total else 1.0
