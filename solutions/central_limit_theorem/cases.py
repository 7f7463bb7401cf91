"""Inputs for central_limit_theorem: small ones worked out by hand, then random ones.

Floats that decide a yes or no (is mu inside an interval, is 355 s^2 a whole number?) stay away from
the edge, unless they are at it but for rounding, which the contract's slacks absorb.
"""

import numpy as np
from scipy import stats

from grader.authoring import Case

NAN, INF = float("nan"), float("inf")


def cases(rng):
    yield from sampling_by_hand()
    yield from ks_by_hand()
    yield from coverage_by_hand()
    yield from normality_by_hand()
    for draw, answer, count in (
        (random_sampling, "sampling_distribution", 5),
        (random_z, "ks_to_normal", 12),
        (random_draws, "interval_coverage", 15),
        (random_metric, "n_for_normality", 15),
    ):
        for number in range(1, count + 1):
            numbers = np.random.default_rng(rng.randrange(2**32))
            inputs = draw(numbers)
            while valid(canonical(inputs)):
                inputs = draw(numbers)
            yield Case(f"random {answer} {number}", inputs, answers=[answer])


def canonical(inputs):
    return {
        name: np.asarray(value, dtype=float) if isinstance(value, list | np.ndarray) else value
        for name, value in inputs.items()
    }


# --- the contract -------------------------------------------------------------------------------


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "rng" in inputs:
        return sampling_allowed(**inputs)
    if "method" in inputs:
        return coverage_allowed(**inputs)
    if "cap" in inputs:
        return normality_allowed(**inputs)
    return None  # z may hold anything: what is not finite raises ValueError


def sampling_allowed(values, n, reps, rng):
    if not np.isfinite(values).all():
        return "The values are finite."
    if (np.abs(values * 100 - np.rint(values * 100)) > 1e-6).any():
        return "The values are multiples of 0.01."
    if (values < 0).any() or (values >= 10_000).any():
        return "The values lie from 0 to below 10,000."
    if len(values) == 0 or n < 1 or reps < 1 or values.min() == values.max():
        return None
    if reps < 4000:
        return "reps is at least 4,000, unless all values are equal."
    # So that the check's bounds hold: not all of the spread comes from a handful of rare draws.
    kurtosis = ((values - values.mean()) ** 4).mean() / values.var() ** 2 - 3
    if (2 + max(kurtosis, 0) / n) / reps > 0.005:
        return "No value is so rare and large that the samples hardly ever meet it."
    return None


def coverage_allowed(draws, mu, level, method):
    if not np.isfinite(draws).all() or not np.isfinite([mu, level]).all():
        return "draws, mu and level are finite."
    if max(np.abs(draws).max(initial=0), abs(mu)) > 1000:
        return "draws and mu lie from -1,000 to 1,000."
    if draws.ndim != 2 or len(draws) == 0 or draws.shape[1] < 2:
        return None
    if not 0 < level < 1 or method not in ("t", "z"):
        return None
    n = draws.shape[1]
    law = stats.t(n - 1) if method == "t" else stats.norm
    half = law.ppf((1 + level) / 2) * draws.std(axis=1, ddof=1) / np.sqrt(n)
    gap = np.abs(draws.mean(axis=1) - mu)
    constant = draws.min(axis=1) == draws.max(axis=1)
    # A constant row is at mu, but for rounding, or clearly away from it.
    apart = np.where(constant, (gap <= 2e-13) | (gap >= 1e-9), np.abs(gap - half) > 1e-7 * half)
    narrow = ~constant & (np.ptp(draws, axis=1) < 1e-3)
    return None if apart.all() and not narrow.any() else "No interval ends at mu."


def normality_allowed(values, cap):
    if cap is not None and not np.isfinite(cap):
        return "cap is finite, or None."
    if len(values) == 0 or not np.isfinite(values).all():
        return None
    capped = values if cap is None else np.minimum(values, cap)
    spread = np.ptp(capped)
    if spread == 0:
        return None
    if np.abs(capped).max() > 10_000 * spread:
        return "The values are not all but equal."
    needed = 355 * stats.skew(capped) ** 2
    edge = abs(needed - round(needed)) / max(1, needed)
    # Either a whole number but for rounding, or clearly none.
    return None if edge < 1e-10 or edge > 1e-7 else "355 s^2 is whole, or clearly not."


# --- by hand ------------------------------------------------------------------------------------


def sampling_by_hand():
    def case(name, values, n, reps=4000, rule="means", expected=None):
        return Case(
            name,
            {"values": values, "n": n, "reps": reps, "rng": 28},
            rule=rule,
            expected={"sampling_distribution": expected} if expected else {},
            answers=["sampling_distribution"],
        )

    money = np.random.default_rng(28).lognormal(3, 1, 400).round(2)
    yield case("equal values: every mean is that value", [5.0, 5.0, 5.0], 4, 3, expected=[5.0] * 3)
    yield case("a single sample", [19.99], 2, 1, expected=[19.99])
    yield case("means: the example of the lesson", [2.0, 2.0, 11.0], 2)
    yield case("n nearly as large as the population", money[:40], 38, rule="replacement")
    yield case("n as large as the population", money[:30], 30, rule="replacement")
    yield case("n larger than the population", [1.0, 2.0, 6.0], 10, rule="replacement")
    yield case("one conversion in a hundred", [1.0] + [0.0] * 99, 50)
    yield case("a value that is there often", [1.0] * 9 + [9.0], 5, rule="replacement")
    yield case("order values to the cent, n = 7", money[:200], 7)
    yield case("samples of one", money[:50], 1)
    yield case("samples of 200", money, 200)
    yield case("no values to draw from", [], 5, rule="arguments", expected=ValueError)
    yield case("n = 0", [1.0, 2.0], 0, rule="arguments", expected=ValueError)
    yield case("reps = 0", [1.0, 2.0], 5, 0, rule="arguments", expected=ValueError)


def ks_by_hand():
    def case(name, z, expected=None, rule="distance"):
        return Case(
            name,
            {"z": z},
            rule=rule,
            expected={} if expected is None else {"ks_to_normal": expected},
            answers=["ks_to_normal"],
        )

    yield case("distance: the example of the lesson", [0.5, 1.0, 2.0], 0.6914624612740131)
    yield case("one value at the centre", [0.0], 0.5)
    yield case("one value to the left", [-1.0], 0.8413447460685429)
    yield case("one value to the right", [1.0], 0.8413447460685429)
    yield case("all far to the left", [-9.0, -8.0, -10.0], 1.0)
    yield case("all far to the right", [8.0, 10.0, 9.0], 1.0)
    yield case("not in order", [1.0, -1.0, 0.0], 0.1746780794018763)
    yield case("ties", [0.0, 0.0, 0.0, 3.0], 0.5, "ties")
    yield case("ties and single values", [-2.0, 1.0, 1.0, 1.0], 0.5913447460685429, "ties")
    yield case("all values equal", [0.25] * 4, 0.5987063256829237, "as_it_is")
    yield case("shifted by 1", [x + 1 for x in (-1.5, -0.5, 0.5, 1.5)], rule="as_it_is")
    yield case("twice as wide", [-3.0, -1.0, 1.0, 3.0], rule="as_it_is")
    yield case("no z-values", [], ValueError, "z_values")
    yield case("a z-value that is NaN", [0.0, NAN], ValueError, "z_values")
    yield case("an infinite z-value", [0.0, INF], ValueError, "z_values")
    yield case("a z-value of minus infinity", [-INF, 0.0], ValueError, "z_values")


def coverage_by_hand():
    def case(name, draws, mu, expected, method="t", level=0.95, rule="interval"):
        return Case(
            name,
            {"draws": draws, "mu": mu, "level": level, "method": method},
            rule=rule,
            expected={"interval_coverage": expected},
            answers=["interval_coverage"],
        )

    rare = [[0.0] * 10, [0.0] * 9 + [1.0], [0.0] * 10, [0.0] * 10]
    yield case("coverage: the example of the lesson, t", [[0.0, 0, 0, 4, 6]], 5.0, 1.0)
    yield case(
        "coverage: the example of the lesson, z",
        [[0.0, 0, 0, 4, 6]],
        5.0,
        0.0,
        "z",
        rule="quantile",
    )
    yield case("n = 2: the t interval is wide", [[0.0, 2]], 5.0, 1.0, rule="quantile")
    yield case("n = 2: the z interval is not", [[0.0, 2]], 5.0, 0.0, "z", rule="quantile")
    yield case("n = 2: outside the t interval too", [[0.0, 2]], 14.0, 0.0)
    yield case("n = 5: t has 4 degrees of freedom", [[0.0, 0, 0, 4, 6]], 5.4, 1.0, rule="quantile")
    yield case("s divides by n - 1", [[0.0, 2]], 2.7, 1.0, "z")
    yield case("the 97.5% quantile for 95%", [[0.0, 2]], 2.8, 1.0, "z", rule="quantile")
    yield case("s over the root of n", [[0.0, 2, 0, 2]], 2.5, 0.0, "z")
    yield case("mu below the interval", [[0.0, 2]], -3.0, 0.0, "z")
    yield case("mu inside, below the mean", [[0.0, 2]], -0.5, 1.0, "z")
    yield case("one row of two", [[0.0, 2], [8.0, 9]], 1.5, 0.5, "z")
    yield case("a level of one half", [[0.0, 2]], 1.9, 1.0, level=0.5, rule="quantile")
    yield case("a level of one half: outside", [[0.0, 2]], 2.1, 0.0, level=0.5, rule="quantile")
    yield case("rare conversions: rows of zeros", rare, 0.01, 0.25, rule="inclusive")
    yield case("equal values at mu", [[3.0, 3, 3]], 3.0, 1.0, rule="inclusive")
    yield case(
        "equal values at mu, but for rounding", [[0.7] * 3], 0.7, 1.0, level=0.5, rule="inclusive"
    )
    yield case("zeros at mu = 0", [[0.0, 0, 0, 0]], 0.0, 1.0, "z", rule="inclusive")
    yield case("equal values away from mu", [[3.0, 3], [0.0, 3]], 2.9, 0.5, rule="inclusive")
    yield case("one dimension", [1.0, 2.0, 3.0], 2.0, ValueError, rule="draws")
    yield case("no rows", np.zeros((0, 5)), 2.0, ValueError, rule="draws")
    yield case("one column", [[1.0], [2.0]], 2.0, ValueError, rule="draws")
    yield case("another method", [[0.0, 2]], 1.0, ValueError, "normal", rule="draws")
    yield case("level 95", [[0.0, 2]], 1.0, ValueError, level=95.0, rule="draws")
    yield case("level 1", [[0.0, 2]], 1.0, ValueError, level=1.0, rule="draws")
    yield case("level 0", [[0.0, 2]], 1.0, ValueError, level=0.0, rule="draws")


def normality_by_hand():
    def case(name, values, cap, expected, rule="rule"):
        return Case(
            name,
            {"values": values, "cap": cap},
            rule=rule,
            expected={"n_for_normality": expected},
            answers=["n_for_normality"],
        )

    yield case("skewness: the example of the lesson", [1.0, 2, 3, 4, 20], None, 722)
    yield case("skewness: the example, capped", [1.0, 2, 3, 4, 20], 8.0, 287, "cap")
    yield case("capped to symmetry", [1.0, 2, 3, 4, 20], 5.0, 1, "cap")
    yield case("a cap above all values", [1.0, 2, 3, 4, 20], 30.0, 722, "cap")
    yield case("a cap at the largest value", [1.0, 2, 3, 4, 20], 20.0, 722, "cap")
    yield case("a cap of 0", [-4.0, -3, -2, -1, 20], 0.0, 1, "cap")
    yield case("a cap below all values", [3.0, 4, 9], 2.0, 1, "constant")
    yield case("symmetric", [1.0, 2, 3, 4, 5], None, 1)
    yield case("symmetric, but for rounding", [0.1, 0.2, 0.3], None, 1)
    yield case("barely skewed: below 1", [0.0, 20, 41], None, 1)
    yield case("negative skew", [20.0, 19, 18, 17, 1], None, 722)
    yield case("negative skew: a cap at the top", [-20.0, -4, -3, -2, -1], -1.5, 741, "cap")
    yield case("exactly 1136", [0.0] * 5 + [6.0], None, 1136)
    yield case("1136, but for rounding", [0.1] * 5 + [0.2], None, 1136)
    yield case("one value", [7.0], None, 1, "constant")
    yield case("equal values", [2.0, 2, 2], None, 1, "constant")
    yield case("equal values, but for rounding", [0.1, 0.1, 0.1], None, 1, "constant")
    yield case("an empty metric", [], None, ValueError, "values")
    yield case("a metric with a NaN", [1.0, NAN], None, ValueError, "values")
    yield case("an infinite value above the cap", [1.0, 2, INF], 5.0, ValueError, "values")


# --- at random ----------------------------------------------------------------------------------


def population(rng, size):
    """Money with a long tail, conversions, or a reference without skewness; in cents."""
    kind = rng.integers(5)
    if kind == 0:
        return (rng.random(size) < rng.choice([0.01, 0.1, 0.5])).astype(float)
    if kind == 1:
        return rng.uniform(0, 100, size).round(2)
    if kind == 2:
        return np.abs(rng.normal(50, 10, size)).round(2)
    return rng.lognormal(3, rng.choice([0.5, 1, 1.5]), size).round(2).clip(0, 9999)


def random_sampling(rng):
    values = population(rng, int(rng.integers(2, 120)))
    values[0] = values.max() + 1  # so that they are not all equal
    n = int(rng.choice([1, 2, 5, 30, max(1, len(values) - 1)]))
    seed = int(rng.integers(2**31))
    return {"values": values, "n": n, "reps": int(rng.choice([4000, 5000])), "rng": seed}


def random_z(rng):
    z = rng.normal(rng.choice([0, 0, 0.5]), rng.choice([0.5, 1, 1, 2]), int(rng.integers(1, 31)))
    return {"z": z.round(int(rng.choice([0, 1, 6])))}  # rounded: with ties


def random_draws(rng):
    kind, rows, n = rng.integers(4), int(rng.integers(1, 31)), int(rng.choice([2, 3, 5, 10, 30]))
    if kind == 0:
        draws, mu = rng.lognormal(0, 1.5, (rows, n)).clip(0, 900), float(np.exp(1.125))
    elif kind == 1:
        draws, mu = (rng.random((rows, n)) < 0.1).astype(float), 0.1
    elif kind == 2:
        draws, mu = rng.normal(0, 1, (rows, n)), 0.0
    else:
        draws, mu = rng.uniform(0, 10, (rows, n)), 5.0
    level = float(rng.choice([0.5, 0.8, 0.9, 0.95, 0.99]))
    return {"draws": draws, "mu": mu, "level": level, "method": str(rng.choice(["t", "z"]))}


def random_metric(rng):
    values = population(rng, int(rng.integers(1, 41))) * rng.choice([1, 1, -1])
    cap = rng.choice([None, values.min() - 1, np.median(values), values.max(), 1.0, 30.0])
    return {"values": values, "cap": None if cap is None else float(np.round(cap, 2))}
