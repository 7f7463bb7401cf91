import numpy as np


def error_rates(p_values, is_null, alpha):
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if len(p_values) != len(is_null):
        raise ValueError("p_values and is_null must have the same length")
    if np.any((p_values < 0) | (p_values > 1)):
        raise ValueError("every p-value must lie between 0 and 1")

    decided = ~np.isnan(p_values)
    null = is_null[decided]
    rejected = p_values[decided] <= alpha
    false_alarms = np.sum(rejected & null)

    # A mean over nobody is undefined: without true nulls there is no Type I rate at all.
    type_i = rejected[null].mean() if null.any() else None
    power = rejected[~null].mean() if not null.all() else None
    return {
        "type_i_rate": type_i,
        "type_ii_rate": None if power is None else 1 - power,
        "power": power,
        "false_discovery_rate": false_alarms / max(rejected.sum(), 1),
    }
