# scipy's own intervals for all rows at once, widened by the slack.
import numpy as np
from scipy import stats


def interval_coverage(draws: np.ndarray, mu: float, level: float, method: str) -> float:
    if np.ndim(draws) != 2 or draws.shape[0] == 0 or draws.shape[1] < 2:
        raise ValueError("draws")
    if not (0 < level < 1):
        raise ValueError("level")
    center = np.mean(draws, axis=1)
    error = np.maximum(stats.sem(draws, axis=1), 1e-300)  # scipy wants a positive scale
    match method:
        case "t":
            low, high = stats.t.interval(level, draws.shape[1] - 1, loc=center, scale=error)
        case "z":
            low, high = stats.norm.interval(level, loc=center, scale=error)
        case _:
            raise ValueError(method)
    return float(np.mean((low - 1e-12 <= mu) & (mu <= high + 1e-12)))
