# math.erfc for the tails, one sum over the tails that the alternative has.
import math
from statistics import NormalDist


def tail(x):
    return 0.5 * math.erfc(x / math.sqrt(2))


def power_two_sample(
    effect: float, sigma: float, n1: int, n2: int, alpha: float, alternative: str
) -> float:
    directions = {"greater": (1,), "less": (-1,), "two-sided": (1, -1)}.get(alternative)
    if directions is None or sigma <= 0 or n1 <= 0 or n2 <= 0 or alpha <= 0 or alpha >= 1:
        raise ValueError("bad argument")
    shift = effect / math.hypot(sigma / math.sqrt(n1), sigma / math.sqrt(n2))
    z = -NormalDist().inv_cdf(alpha / len(directions))
    return sum(tail(z - direction * shift) for direction in directions)
