"""Inputs for confidence_vs_prediction_interval: small ones worked out by hand, then random ones.

By hand the quantiles of Student's t are known in closed form for one and two degrees of freedom:
tan(pi level / 2) and level sqrt(2 / (1 - level²)). At level 0.5 the first is 1, at 0.8 the second is
sqrt(32/9).
"""

import math

import numpy as np
from scipy import stats

from grader.authoring import Case

NAN, INF = math.nan, math.inf
LEVELS = [0.5, 0.8, 0.9, 0.95, 0.95, 0.99]


def cases(rng):
    yield from mean_by_hand()
    yield from regression_by_hand()
    yield from bootstrap_by_hand()
    yield from report_by_hand()
    for draw, answer, count in (
        (random_sample, "mean_intervals", 12),
        (random_points, "regression_intervals", 12),
        (random_resamples, "bootstrap_ci", 15),
        (random_rows, "interval_coverage_report", 12),
    ):
        for number in range(1, count + 1):
            numbers = np.random.default_rng(rng.randrange(2**32))
            inputs = draw(numbers)
            while valid(inputs):
                inputs = draw(numbers)
            yield Case(f"random {answer} {number}", inputs, answers=[answer])


# --- the contract -------------------------------------------------------------------------------


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    for value in inputs.values():
        if isinstance(value, np.ndarray | float):
            numbers = np.asarray(value, dtype=float)
            finite = numbers[np.isfinite(numbers)]
            if finite.size < numbers.size and set(inputs) != {"x", "level"}:
                return "All numbers are finite."
            if (np.abs(finite) > 1000).any():
                return "Numbers are 1,000 at most in size."
    level = inputs["level"]
    if not math.isfinite(level) or 0 < level < 0.01 or 0.999 < level < 1:
        return "The level is from 0.01 to 0.999, or not between 0 and 1 at all."
    if "samples" in inputs:
        return report_allowed(**inputs)
    if "idx" in inputs:
        return resamples_allowed(**inputs)
    if "x_new" in inputs:
        return points_allowed(**inputs)
    return sample_allowed(inputs["x"])


def sample_allowed(x):
    """Either exactly constant, with an exact mean, or with a spread well above rounding."""
    if len(x) < 2 or not np.isfinite(x).all():
        return None
    spread = np.ptp(x)
    if spread == 0:
        return None if x[0] * 4 % 1 == 0 else "A constant sample holds a multiple of 0.25."
    return None if spread >= np.abs(x).max() / 1000 else "The values are not all but equal."


def points_allowed(x, y, x_new, level):
    if len(x) < 3 or len(x) != len(y) or np.ptp(x) == 0 or not 0 < level < 1:
        return None
    if np.ptp(x) < np.abs(x).max() / 100:
        return "The values of x are not all but equal."
    residuals = y - np.polyval(np.polyfit(x, y, 1), x)
    if residuals @ residuals <= 1e-8 * (y @ y) or not residuals.any():
        return "The points do not lie on a line."
    return None


def resamples_allowed(x, idx, stat, level):
    if idx.size and (idx.min() < 0 or idx.max() >= len(x)):
        return "idx holds positions from 0 to n - 1."
    return None


def report_allowed(samples, future, mu, level):
    rows, n = samples.shape
    if n < 2 or rows < 1 or len(future) != rows or not 0 < level < 1:
        return None
    for row in samples:
        if np.ptp(row) and (broken := sample_allowed(row)):
            return broken
    mean, s = samples.mean(axis=1), samples.std(axis=1, ddof=1)
    reach = stats.t.ppf((1 + level) / 2, n - 1) * s
    for value, half in (
        (mu, reach / math.sqrt(n)),
        (future, reach / math.sqrt(n)),
        (future, reach * math.sqrt(1 + 1 / n)),
    ):
        gap = np.abs(value - mean)
        clear = np.where(
            np.ptp(samples, axis=1) == 0,
            (gap <= 2e-13) | (gap >= 0.01),
            np.abs(gap - half) > 1e-7 * half,
        )
        if not clear.all():
            return "No value lies at the edge of an interval."
    return None


# --- by hand ------------------------------------------------------------------------------------


def around(mean, ci, pi):
    return {
        "mean": mean,
        "ci_low": mean - ci,
        "ci_high": mean + ci,
        "pi_low": mean - pi,
        "pi_high": mean + pi,
    }


def mean_by_hand():
    def case(name, x, level, expected=None, rule=""):
        return Case(
            name,
            {"x": x, "level": level},
            rule=rule,
            expected={} if expected is None else {"mean_intervals": expected},
            answers=["mean_intervals"],
        )

    # 1 and 3: s² = 2, q = 1, so the half-widths are sqrt(2 / 2) and sqrt(2 · 3/2).
    yield case("two values", [1, 3], 0.5, around(2.0, 1.0, math.sqrt(3)), "next_value")
    q = math.tan(math.pi * 0.95 / 2)
    yield case("two values at 95%", [1, 3], 0.95, around(2.0, q, q * math.sqrt(3)), "student")
    # 0, 3, 6: s = 3, q² = 32/9, so sqrt(32/9 · 9/3) and sqrt(32/9 · 9 · 4/3).
    three = around(3.0, math.sqrt(32 / 3), math.sqrt(128 / 3))
    yield case("three values", [0, 3, 6], 0.8, three, "next_value")
    yield case("three values, unsorted and negative", [-3, -6, 0], 0.8, minus(three))
    yield case("a constant sample", [4, 4, 4], 0.95, around(4.0, 0.0, 0.0))
    yield case("two equal values", [2.5, 2.5], 0.9, around(2.5, 0.0, 0.0))
    yield case("five parcels", [24, 26, 30, 31, 39], 0.95)
    yield case("five parcels, 99%", [24, 26, 30, 31, 39], 0.99)
    yield case("skewed: one parcel came very late", [1.5, 2, 2, 2.5, 3, 3, 4, 31], 0.9)
    draw = np.random.default_rng(33)
    yield case("thirty lognormal delivery times", draw.lognormal(3.4, 0.5, 30).round(2), 0.95)
    yield case("a hundred normal delivery times", draw.normal(31, 4.5, 100).round(1), 0.9)

    yield case("one value", [3], 0.95, ValueError, "bad_sample")
    yield case("no value", [], 0.95, ValueError, "bad_sample")
    yield case("NaN", [1, NAN, 3], 0.95, ValueError, "bad_sample")
    yield case("infinity", [1, 2, INF], 0.95, ValueError, "bad_sample")
    yield from bad_levels(
        "sample", lambda name, level: case(name, [1, 3], level, ValueError, "level")
    )


def minus(ends):
    """The same intervals around the mirrored mean."""
    mean = ends["mean"]
    return around(-mean, ends["ci_high"] - mean, ends["pi_high"] - mean)


def bad_levels(what, case):
    yield case(f"{what}: a level in percent", 95.0)
    yield case(f"{what}: level 1", 1.0)
    yield case(f"{what}: level 0", 0.0)
    yield case(f"{what}: a level below 0", -0.5)


def regression_by_hand():
    def case(name, x, y, x_new, level, expected=None, rule=""):
        return Case(
            name,
            {"x": x, "y": y, "x_new": x_new, "level": level},
            rule=rule,
            expected={} if expected is None else {"regression_intervals": expected},
            answers=["regression_intervals"],
        )

    def row(fit, ci2, pi2):
        ci, pi = math.sqrt(ci2), math.sqrt(pi2)
        return [fit, fit - ci, fit + ci, fit - pi, fit + pi]

    # A flat line at 1 with the residuals -1, 2, -1: s² = 6, Sxx = 2, q = 1.
    roof = [0, 1, 2], [0, 3, 0]
    yield case(
        "three points, in the middle", *roof, [1], 0.5, np.array([row(1, 2, 8)]), "residuals"
    )
    yield case("the band flares at the end", *roof, [0], 0.5, np.array([row(1, 5, 11)]), "band")
    yield case(
        "rows in the order of x_new, also repeated",
        *roof,
        [2, 1, 2, 0.5],
        0.5,
        np.array([row(1, 5, 11), row(1, 2, 8), row(1, 5, 11), row(1, 2.75, 8.75)]),
    )
    yield case(
        "x_new far outside the data", *roof, [101], 0.5, np.array([row(1, 30_002, 30_008)]), "band"
    )
    yield case("no x_new", *roof, [], 0.5, np.empty((0, 5)), "no_new")
    # y = 2 + 3x with the residuals 1, -2, 1 and x = -1, 0, 1.
    slope = [-1, 0, 1], [0, 0, 6]
    yield case("a slope", *slope, [3], 0.5, np.array([row(11, 29, 35)]), "line")
    # x = 0, 0, 2, 2 and y = 0, 2, 3, 5: 1 + 1.5x, residuals -1, 1, -1, 1: s² = 2, Sxx = 4, and
    # q² = 32/9 for two degrees of freedom.
    yield case(
        "four points, two at each x",
        [0, 2, 0, 2],
        [0, 3, 2, 5],
        [1, 4],
        0.8,
        np.array([row(2.5, 16 / 9, 80 / 9), row(7, 160 / 9, 224 / 9)]),
        "residuals",
    )
    yield case("a falling line", [1, 2, 4, 5, 8], [9, 8.5, 5, 4, 0.5], [0, 4, 20], 0.9)
    yield case("far from the origin", [100, 101, 103, 106], [7, 9, 8, 12], [0, 100, 110], 0.95)
    yield case("one far point decides the slope", [1, 1, 1, 2, 10], [3, 5, 4, 4, 9], [2, 10], 0.95)
    draw = np.random.default_rng(33)
    weight = draw.uniform(0.2, 12, 40).round(1)
    cost = (4 + 0.8 * weight + draw.normal(0, 1.2, 40)).round(2)
    yield case("weight and shipping cost", weight, cost, [0.5, 5, 12, 30], 0.95)

    yield case("two points", [0, 1], [0, 2], [1], 0.95, ValueError, "bad_points")
    yield case("no points", [], [], [1], 0.95, ValueError, "bad_points")
    yield case("one y too few", [0, 1, 2, 3], [0, 3, 1], [1], 0.95, ValueError, "bad_points")
    yield case("one y for all x", [0, 1, 2], [3], [1], 0.95, ValueError, "bad_points")
    yield case("one y too many", [0, 1, 2], [0, 3, 1, 2], [1], 0.95, ValueError, "bad_points")
    yield case("all x equal", [2, 2, 2], [0, 3, 1], [2], 0.95, ValueError, "bad_points")
    yield case("all x equal, and nothing asked", [2, 2, 2], [0, 3, 1], [], 0.95, ValueError)
    yield from bad_levels(
        "line", lambda name, level: case(name, *roof, [1], level, ValueError, "level")
    )


def bootstrap_by_hand():
    def case(name, x, idx, stat, level, expected=None, rule=""):
        return Case(
            name,
            {"x": x, "idx": idx, "stat": stat, "level": level},
            rule=rule,
            expected={} if expected is None else {"bootstrap_ci": expected},
            answers=["bootstrap_ci"],
        )

    three = [1, 2, 6]
    # The resamples are 1 1 1, 1 2 6, 6 6 6, 2 2 2, 6 1 2: means 1, 3, 6, 2, 3; medians 1, 2, 6, 2, 2.
    five = [[0, 0, 0], [0, 1, 2], [2, 2, 2], [1, 1, 1], [2, 0, 1]]
    yield case("mean: the quartiles of five", three, five, "mean", 0.5, (2.0, 3.0), "percentile")
    yield case("median: the quartiles of five", three, five, "median", 0.5, (2.0, 2.0), "statistic")
    # Sorted 1, 2, 3, 3, 6. At 0.9: a fifth of the way from 1 to 2, four fifths from 3 to 6.
    yield case("quantiles between the values", three, five, "mean", 0.9, (1.2, 5.4), "quantile")
    # 90% of the way from the first to the third: 1, 5.2, 6, 2, 5.2.
    yield case("p90 is interpolated too", three, five, "p90", 0.5, (2.0, 5.2), "quantile")
    yield case("one resample", three, [[0, 2, 2]], "mean", 0.95, (13 / 3, 13 / 3))
    # Means 2 and 5; a quarter of the way from each end.
    two = [[1, 1, 1], [2, 2, 0]]
    mean_two = (2 + 7 / 3 * 0.25, 2 + 7 / 3 * 0.75)
    yield case("two resamples", three, two, "mean", 0.5, mean_two, "quantile")
    even = [[0, 1, 2, 3], [0, 0, 3, 3], [3, 2, 3, 2]]
    # Resamples 1 2 6 9, 1 1 9 9, 9 6 9 6: medians 4, 5, 7.5.
    yield case("median of four", [1, 2, 6, 9], even, "median", 0.5, (4.5, 6.25), "statistic")
    yield case("a sample of one value", [7], [[0], [0], [0]], "p90", 0.95, (7.0, 7.0))
    yield case("bootstrap of equal values", [2, 2], [[0, 1], [1, 1]], "median", 0.8, (2.0, 2.0))
    draw = np.random.default_rng(33)
    late = draw.lognormal(3.4, 0.5, 25).round(2)
    rows = draw.integers(0, 25, (200, 25))
    for stat in ("mean", "median", "p90"):
        yield case(f"skewed delivery times, {stat}", late, rows, stat, 0.95)

    bad = "bad_resamples"
    empty = np.empty((2, 0), dtype=int)
    yield case("no values", [], empty, "mean", 0.95, ValueError, bad)
    none = np.empty((0, 3), dtype=int)
    yield case("no resamples", three, none, "mean", 0.95, ValueError, bad)
    yield case("resamples too short", three, [[0, 1], [2, 2]], "mean", 0.95, ValueError, bad)
    yield case("resamples too long", three, [[0, 1, 2, 2]], "mean", 0.95, ValueError, bad)
    line = np.array([0, 1, 2])
    yield case("one resample without its brackets", three, line, "mean", 0.95, ValueError, bad)
    yield case("another statistic", three, five, "p99", 0.95, ValueError, bad)
    yield case("a statistic in capitals", three, five, "Mean", 0.95, ValueError, bad)
    yield from bad_levels(
        "resamples", lambda name, level: case(name, three, five, "mean", level, ValueError, "level")
    )


def report_by_hand():
    def case(name, samples, future, mu, level, expected=None, rule="promises"):
        if expected is not None and expected is not ValueError:
            names = ["ci_covers_mean", "ci_covers_future", "pi_covers_future"]
            expected = dict(zip(names, expected, strict=True))
        return Case(
            name,
            {"samples": samples, "future": future, "mu": mu, "level": level},
            rule=rule,
            expected={} if expected is None else {"interval_coverage_report": expected},
            answers=["interval_coverage_report"],
        )

    # Two values 0 and 2 at level 0.5: mean 1, half-widths 1 and sqrt(3) = 1.73.
    pair = [0, 2]
    yield case("all inside", [pair], [1.5], 0.5, 0.5, [1.0, 1.0, 1.0])
    yield case("the future outside the narrow interval", [pair], [2.25], 0.5, 0.5, [1.0, 0.0, 1.0])
    yield case("the future below it", [pair], [-0.25], 1.5, 0.5, [1.0, 0.0, 1.0])
    yield case("the future outside both", [pair], [3.0], 0.5, 0.5, [1.0, 0.0, 0.0])
    yield case("the mean outside", [pair], [1.5], 2.25, 0.5, [0.0, 1.0, 1.0])
    yield case("the prediction interval is not for mu", [pair], [1.0], 2.5, 0.5, [0.0, 1.0, 1.0])
    # sqrt(2) = 1.41 without the uncertainty of the centre
    yield case("the centre is uncertain too", [pair], [2.5], 1.0, 0.5, [1.0, 0.0, 1.0])
    # Around 1 and around 11: each row has its own future value.
    both = [pair, [10, 12]]
    yield case("each future value with its row", both, [1, 11], 1.0, 0.5, [0.5, 1.0, 1.0])
    yield case("each future value with its row only", both, [11, 1], 11.0, 0.5, [0.5, 0.0, 0.0])
    yield case("each row with its own spread", [pair, [0, 8]], [5, 5], 3.5, 0.5, [0.5, 0.5, 0.5])
    yield case(
        "intervals without any width",
        [[3, 3], [3, 3], [3, 3], [5, 5]],
        [3, 4, 3, 3],
        3.0,
        0.95,
        [0.75, 0.5, 0.5],
        "inclusive",
    )
    yield case(
        "equal values whose mean is off by rounding",
        [[0.1, 0.1, 0.1]],
        [0.1],
        0.1,
        0.2,
        [1.0, 1.0, 1.0],
        "inclusive",
    )
    # 0, 3, 6 at 0.8: half-widths 3.27 and 6.53
    yield case(
        "rows of three values", [[0, 3, 6]] * 3, [6, 6.5, 9.75], 0.0, 0.8, [1.0, 1 / 3, 2 / 3]
    )
    draw = np.random.default_rng(33)
    normal = draw.normal(30, 4.5, (40, 6)).round(1)
    yield case("forty normal samples", normal, draw.normal(30, 4.5, 40).round(1), 30.0, 0.8)
    late = draw.lognormal(3.4, 0.8, (40, 8)).round(1).clip(max=900)
    later = draw.lognormal(3.4, 0.8, 40).round(1).clip(max=900)
    yield case("forty lognormal samples", late, later, 41.3, 0.9)

    bad = "bad_shapes"
    yield case("samples of one value", [[1], [2]], [1, 2], 1.0, 0.95, ValueError, bad)
    yield case("no samples", np.empty((0, 2)), [], 1.0, 0.95, ValueError, bad)
    yield case("no samples but a future", np.empty((0, 2)), [1], 1.0, 0.95, ValueError, bad)
    yield case("one future value for all rows", both, [1], 1.0, 0.95, ValueError, bad)
    yield case("a future value too many", both, [1, 2, 3], 1.0, 0.95, ValueError, bad)
    yield case("one row, two future values", [pair], [1, 2], 1.0, 0.95, ValueError, bad)
    yield from bad_levels(
        "report", lambda name, level: case(name, both, [1, 11], 1.0, level, ValueError, "level")
    )


# --- at random ----------------------------------------------------------------------------------


def hours(rng, shape):
    """Delivery times: normal, skewed, or in whole quarters of an hour with many ties."""
    kind = rng.integers(3)
    if kind == 0:
        return rng.normal(31, 4.5, shape).round(1)
    if kind == 1:
        return rng.lognormal(3.2, 0.7, shape).round(1).clip(max=900)
    return rng.integers(0, 13, shape) / 4


def random_sample(rng):
    n = int(rng.choice([2, 3, 4, 5, 8, 20, 50]))
    return {"x": hours(rng, n), "level": float(rng.choice(LEVELS))}


def random_points(rng):
    n = int(rng.choice([3, 4, 5, 8, 20]))
    x = rng.integers(0, 25, n) / 2
    y = (4 + rng.choice([-0.5, 0, 0.8]) * x + rng.normal(0, 1.5, n)).round(2)
    x_new = rng.integers(-10, 60, int(rng.choice([1, 2, 4]))) / 2
    return {"x": x, "y": y, "x_new": x_new, "level": float(rng.choice(LEVELS))}


def random_resamples(rng):
    n, draws = int(rng.choice([1, 2, 3, 4, 7, 12])), int(rng.choice([1, 2, 3, 10, 30]))
    return {
        "x": hours(rng, n),
        "idx": rng.integers(0, n, (draws, n)),
        "stat": str(rng.choice(["mean", "median", "p90"])),
        "level": float(rng.choice(LEVELS)),
    }


def random_rows(rng):
    rows, n = int(rng.integers(1, 31)), int(rng.choice([2, 3, 5, 10]))
    both = hours(rng, (rows, n + 1))
    return {
        "samples": both[:, :n],
        "future": both[:, n],
        "mu": float(rng.choice([1.5, 20, 31])),
        "level": float(rng.choice(LEVELS)),
    }
