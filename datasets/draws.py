"""Random draws by inverse CDF: uniform numbers in, values of a distribution out.

numpy may change the streams of `Generator.poisson` and its like between releases; `random`,
`integers` and `permutation` are the ones we rely on. So every other distribution is made here from
uniform numbers: `lognormal(rng.random(n), median=2.6, sigma=0.5)`.
"""

from __future__ import annotations

import functools

import numpy as np

_GRID = 20_001  # points of a tabulated CDF: errors far below what any share of rows can show


def pick(uniform: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Indices 0 .. n-1, drawn in proportion to the n weights."""
    cdf = np.cumsum(weights, dtype=np.float64)
    return np.minimum(np.searchsorted(cdf, uniform * cdf[-1], side="right"), len(cdf) - 1)


def choose(uniform: np.ndarray, shares: dict[str, float]) -> np.ndarray:
    """Texts (an array of objects), drawn with the given shares."""
    return np.array(list(shares), dtype=object)[pick(uniform, np.array(list(shares.values())))]


def some(rng: np.random.Generator, n: int, share: float) -> np.ndarray:
    """The positions of exactly round(n * share) of n rows, in random order."""
    return rng.permutation(n)[: round(n * share)]


def zipf_weights(n: int, exponent: float) -> np.ndarray:
    """Weights rank ** -exponent for the ranks 1 .. n."""
    return np.arange(1, n + 1, dtype=np.float64) ** -exponent


def geometric(uniform: np.ndarray, mean: float) -> np.ndarray:
    """Whole numbers 0, 1, 2, ... with P(k) = q (1 - q) ** k and the given mean."""
    return np.floor(np.log1p(-uniform) / np.log(mean / (1 + mean))).astype(np.int64)


def poisson(uniform: np.ndarray, mean: float) -> np.ndarray:
    """Poisson numbers."""
    k = np.arange(1, int(mean + 12 * mean**0.5 + 20))
    terms = np.concatenate([[1.0], np.cumprod(mean / k)]) * np.exp(-mean)
    return np.searchsorted(np.cumsum(terms), uniform, side="right")


def negative_binomial(uniform: np.ndarray, size: float, mean: float) -> np.ndarray:
    """Negative binomial numbers: a Poisson whose mean is Gamma(size) with mean `mean`."""
    q = mean / (mean + size)
    k = np.arange(1, int(60 * (1 + mean) / min(size, 1)) + 20)
    terms = np.concatenate([[1.0], np.cumprod((k + size - 1) / k * q)]) * (1 - q) ** size
    return np.searchsorted(np.cumsum(terms), uniform, side="right")


def exponential(uniform: np.ndarray, mean: float) -> np.ndarray:
    """Exponential numbers."""
    return -mean * np.log1p(-uniform)


def normal(uniform: np.ndarray) -> np.ndarray:
    """Standard normal numbers (Acklam's rational approximation, relative error below 1.2e-9)."""
    p = np.clip(uniform, 1e-300, 1 - 1e-16)
    tail = np.minimum(p, 1 - p)
    q = np.sqrt(-2 * np.log(tail))
    outer = np.polyval(_C, q) / np.polyval(_D, q)  # the value at `tail`, negative
    r = (p - 0.5) ** 2
    inner = np.polyval(_A, r) * (p - 0.5) / np.polyval(_B, r)
    return np.where(tail < 0.02425, np.where(p < 0.5, outer, -outer), inner)


def lognormal(uniform: np.ndarray, median: float, sigma: float) -> np.ndarray:
    """Lognormal numbers with the given median; sigma is the deviation of their logarithm."""
    return median * np.exp(sigma * normal(uniform))


def gamma(uniform: np.ndarray, shape: float) -> np.ndarray:
    """Gamma numbers with scale 1 (mean = shape)."""
    return np.interp(uniform, *_gamma_table(shape))


def beta(uniform: np.ndarray, a: float, b: float) -> np.ndarray:
    """Beta numbers; b must be at least 1."""
    return np.interp(uniform, *_beta_table(a, b))


@functools.cache
def _gamma_table(shape: float) -> tuple[np.ndarray, np.ndarray]:
    # With y = x ** shape the density x ** (shape - 1) * exp(-x) loses its pole at 0.
    y = np.linspace(0, (shape + 12 * shape**0.5 + 25) ** shape, _GRID)
    x = y ** (1 / shape)
    return _cdf(y, np.exp(-x)), x


@functools.cache
def _beta_table(a: float, b: float) -> tuple[np.ndarray, np.ndarray]:
    y = np.linspace(0, 1, _GRID)
    x = y ** (1 / a)
    return _cdf(y, (1 - x) ** (b - 1)), x


def _cdf(grid: np.ndarray, density: np.ndarray) -> np.ndarray:
    area = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2 * np.diff(grid))])
    return area / area[-1]


# Acklam's coefficients, highest power first.
_A = (-3.969683028665376e01, 2.209460984245205e02, -2.759285104469687e02, 1.383577518672690e02,
      -3.066479806614716e01, 2.506628277459239e00)  # fmt: skip
_B = (-5.447609879822406e01, 1.615858368580409e02, -1.556989798598866e02, 6.680131188771972e01,
      -1.328068155288572e01, 1.0)  # fmt: skip
_C = (-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e00,
      -2.549732539343734e00, 4.374664141464968e00, 2.938163982698783e00)  # fmt: skip
_D = (7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e00,
      3.754408661907416e00, 1.0)  # fmt: skip
