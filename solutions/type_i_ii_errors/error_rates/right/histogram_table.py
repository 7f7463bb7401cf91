# A 2 x 2 table by np.histogram2d, read off row by row and column by column.
import numpy as np


def error_rates(p_values: np.ndarray, is_null: np.ndarray, alpha: float) -> dict:
    if not (0.0 < alpha < 1.0) or np.shape(p_values) != np.shape(is_null):
        raise ValueError("bad input")
    keep = np.isfinite(p_values)
    p, null = np.compress(keep, p_values), np.compress(keep, is_null)
    if np.any(np.abs(p - 0.5) > 0.5):
        raise ValueError("p-values lie in [0, 1]")
    table, _, _ = np.histogram2d(null * 1, (p <= alpha) * 1, bins=2, range=[(0, 1), (0, 1)])
    (misses, hits), (kept, alarms) = table
    with np.errstate(invalid="ignore"):
        rates = np.array([alarms, misses, hits]) / np.array(
            [alarms + kept, misses + hits, misses + hits]
        )
    type_i, type_ii, power = (None if np.isnan(rate) else rate for rate in rates)
    return {
        "type_i_rate": type_i,
        "type_ii_rate": type_ii,
        "power": power,
        "false_discovery_rate": alarms / max(alarms + hits, 1),
    }
