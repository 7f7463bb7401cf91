# numpy: standardised values first, then the mean of their cubes; the answer stays a float.
import numpy as np


def n_for_normality(values: np.ndarray, cap: float | None) -> int:
    if not values.size or not np.all(np.isfinite(values)):
        raise ValueError("values")
    x = values.copy()
    if cap is not None:
        x[x > cap] = cap
    if np.ptp(x) == 0:
        return 1
    x -= np.median(x)
    x = (x - x.mean()) / x.std()
    needed = 355 * np.mean(x**3) ** 2
    return np.maximum(np.ceil(needed - 1e-9 * np.maximum(1, needed)), 1)
