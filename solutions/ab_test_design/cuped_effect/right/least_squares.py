# Least squares by numpy: theta from lstsq. Differences of means as products with weights.
import numpy as np


def cuped_effect(y, x, treated):
    if y.shape != x.shape or x.shape != treated.shape:
        raise ValueError("shapes")
    n1 = np.count_nonzero(treated)
    n0 = treated.size - n1
    if n1 < 2 or n0 < 2:
        raise ValueError("arms")
    if np.any(~np.isfinite(y)):
        raise ValueError("y")
    groups = np.unique(np.column_stack([treated, y]), axis=0)
    if len(groups) == 2:
        raise ValueError("no spread")

    x = x.copy()
    missing = np.isnan(x)
    usable = len(np.unique(x[~missing])) >= 2
    x[missing] = x[~missing].mean() if usable else 0.0
    theta = 0.0
    if usable:
        design = np.column_stack([np.ones_like(x), x])
        theta = np.linalg.lstsq(design, y, rcond=None)[0][1]
    adjusted = y - theta * (x - x.mean()) if usable else y

    weights = np.where(treated, 1 / n1, -1 / n0)

    def standard_error(values):
        means = np.where(treated, values[treated].mean(), values[~treated].mean())
        scale = np.where(treated, 1 / (n1 * (n1 - 1)), 1 / (n0 * (n0 - 1)))
        return np.sqrt(((values - means) ** 2) @ scale)

    se_raw, se = standard_error(y), standard_error(adjusted)
    return {
        "theta": theta,
        "effect_raw": weights @ y,
        "se_raw": se_raw,
        "effect": weights @ adjusted,
        "se": se,
        "variance_reduction": (1 - se / se_raw) * (1 + se / se_raw),
    }
