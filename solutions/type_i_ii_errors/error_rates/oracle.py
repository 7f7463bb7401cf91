import numpy as np
from sklearn.metrics import confusion_matrix


def error_rates(p_values, is_null, alpha):
    """Through scikit-learn's confusion matrix of "the effect is real" and "the test rejects"."""
    if not 0 < alpha < 1 or p_values.shape != is_null.shape:
        raise ValueError("alpha or lengths")
    if not all(np.isnan(p) or 0 <= p <= 1 for p in p_values):
        raise ValueError("a p-value outside of [0, 1]")

    pairs = [(not null, p <= alpha) for p, null in zip(p_values, is_null) if p == p]
    table = np.zeros((2, 2), int)
    if pairs:
        real, rejected = zip(*pairs)
        table = confusion_matrix(real, rejected, labels=[False, True])
    (kept, false_alarms), (misses, hits) = table.tolist()

    nulls, effects = kept + false_alarms, misses + hits
    return {
        "type_i_rate": false_alarms / nulls if nulls else None,
        "type_ii_rate": misses / effects if effects else None,
        "power": hits / effects if effects else None,
        "false_discovery_rate": false_alarms / (false_alarms + hits or 1),
    }
