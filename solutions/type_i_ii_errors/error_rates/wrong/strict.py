# You reject only when p is smaller than alpha. Rejecting at p equal to alpha is part of the rule:
# compare with <=.
# rule: reject
import numpy as np


def error_rates(p_values, is_null, alpha):
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if len(p_values) != len(is_null):
        raise ValueError("the arrays differ in length")
    if np.any((p_values < 0) | (p_values > 1)):
        raise ValueError("a p-value lies outside of [0, 1]")
    decided = ~np.isnan(p_values)
    p_values, is_null = p_values[decided], is_null[decided]
    rejected = p_values < alpha
    nulls, effects = np.sum(is_null), np.sum(~is_null)
    false_alarms, hits = np.sum(rejected & is_null), np.sum(rejected & ~is_null)
    type_i = false_alarms / nulls if nulls else None
    power = hits / effects if effects else None
    fdr = false_alarms / max(rejected.sum(), 1)
    type_ii = None if power is None else 1 - power
    return {
        "type_i_rate": type_i,
        "type_ii_rate": type_ii,
        "power": power,
        "false_discovery_rate": fdr,
    }
