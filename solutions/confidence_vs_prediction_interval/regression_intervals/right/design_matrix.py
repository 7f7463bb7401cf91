# Matrices: the leverage is the quadratic form of the inverse of X'X.
import numpy as np
from scipy import stats


def regression_intervals(x, y, x_new, level):
    if x.shape != y.shape or x.size < 3 or np.unique(x).size == 1:
        raise ValueError("points")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    design = np.column_stack([np.ones_like(x), x])
    coefficients, *_ = np.linalg.lstsq(design, y, rcond=None)
    df = x.size - design.shape[1]
    s2 = np.sum((y - design @ coefficients) ** 2) / df
    inverse = np.linalg.inv(design.T @ design)
    new = np.column_stack([np.ones_like(x_new), x_new])
    leverage = np.einsum("ij,jk,ik->i", new, inverse, new)
    q = stats.t.isf((1 - level) / 2, df)
    result = np.empty((x_new.size, 5))
    result[:, 0] = new @ coefficients
    for column, variance in ((1, s2 * leverage), (3, s2 * (1 + leverage))):
        result[:, column] = result[:, 0] - q * np.sqrt(variance)
        result[:, column + 1] = result[:, 0] + q * np.sqrt(variance)
    return result
