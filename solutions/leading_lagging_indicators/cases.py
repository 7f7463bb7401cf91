"""Inputs for leading_lagging_indicators: one small case per trap, then random series.

Series are whole 64ths, so that differences are exact, ties between lags are ties but for rounding,
and no correlation comes near a limit by accident (see `valid`). Only `lagged_correlation` also gets
values such as 0.1, whose computed variance is not exactly 0.
"""

import math

import numpy as np

from grader.authoring import Case

NAN = math.nan
HILLS = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]  # no lag of it goes with itself but 0


def cases(rng):
    yield from correlation_by_hand()
    yield from role_by_hand()
    yield from forecast_by_hand()
    for draw, answer, count in (
        (random_pair, "lagged_correlation", 14),
        (random_role, "indicator_role", 20),
        (random_forecast, "forecast_gain", 12),
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
    x, y = inputs["x"], inputs["y"]
    values = np.concatenate([x, y])
    if np.isinf(values).any() or np.nanmax(np.abs(values), initial=0) > 1000:
        return "Values are 1,000 at most in size, or NaN."
    if "start" in inputs:
        return forecast_allowed(x, y, inputs["lag"], inputs["start"])
    if "season" not in inputs:
        return correlations_allowed(x, y, inputs["max_lag"])
    if (values[~np.isnan(values)] * 64 % 1).any():
        return "Values are multiples of 1/64."
    return role_allowed(**inputs)


def correlations(x, y, max_lag):
    """The pairs of every lag that has a correlation, and the correlation."""
    for lag in range(-max_lag, max_lag + 1):
        t = np.arange(max(0, -lag), min(len(x), len(x) - lag))
        a, b = x[t], y[t + lag]
        known = ~np.isnan(a) & ~np.isnan(b)
        a, b = a[known], b[known]
        if len(a) >= 3 and np.ptp(a) and np.ptp(b):
            yield lag, a, b, np.corrcoef(a, b)[0, 1]


def correlations_allowed(x, y, max_lag):
    if len(x) != len(y):
        return None
    for _, a, b, _ in correlations(x, y, max_lag):
        if min(np.ptp(v) / np.abs(v).max() for v in (a, b)) < 1e-3:
            return "Values are equal, or clearly not."
    return None


def role_allowed(x, y, max_lag, min_abs_corr, season):
    if not math.isfinite(min_abs_corr):
        return "min_abs_corr is finite."
    if len(x) != len(y) or not 0 <= season < len(x) or not 0 <= min_abs_corr <= 1:
        return None  # must raise ValueError, whatever else
    if season:
        x, y = x[season:] - x[:-season], y[season:] - y[:-season]
    if broken := correlations_allowed(x, y, max_lag):
        return broken
    strength = np.array([abs(corr) for *_, corr in correlations(x, y, max_lag)])
    if not strength.size:
        return None
    behind = strength.max() - strength
    if ((behind > 1e-12) & (behind < 1e-7)).any():
        return "Two lags are tied, or clearly not."
    if abs(strength.max() - min_abs_corr) <= 1e-7 and (strength.max() or min_abs_corr):
        return "No best correlation lies at min_abs_corr."
    return None


def forecast_allowed(x, y, lag, start):
    """Well conditioned: every way to solve least squares agrees far beyond the tolerance."""
    T = len(y)
    if len(x) != T or lag < 1 or start - lag < 4 or start >= T or np.isnan([x, y]).any():
        return None
    errors = []
    worst = 0.0
    for t in range(start, T):
        past = np.column_stack([np.ones(t - lag), y[lag - 1 : t - 1], x[: t - lag]])
        worst = max(worst, np.linalg.cond(past))
        if worst > 300:
            return "The columns are not close to linearly dependent."
        coefficients = np.linalg.lstsq(past, y[lag:t], rcond=None)[0]
        errors.append(abs(y[t] - coefficients @ [1, y[t - 1], x[t - lag]]))
    leading, naive = np.mean(errors), np.abs(np.diff(y[start - 1 :])).mean()
    small = worst < 50 and np.abs(y).max() <= 100
    if leading < 1e-3 * np.abs(y).max() and not small:
        return "The forecast is not all but perfect."
    if naive and abs(leading / naive - 1) < 0.01:
        return "The two forecasts are not equally good."
    return None


# --- by hand ------------------------------------------------------------------------------------


def correlation_by_hand():
    def case(name, x, y, max_lag, expected=None, rule="corr"):
        return Case(
            name,
            {"x": x, "y": y, "max_lag": max_lag},
            rule=rule,
            expected={} if expected is None else {"lagged_correlation": expected},
            answers=["lagged_correlation"],
        )

    peak, later = [0, 1, 0, 0], [0, 0, 1, 0]
    # Three pairs with one peak each, at different places: -1/2; four pairs: -1/3.
    leads = [(-1, 3, -0.5), (0, 4, -1 / 3), (1, 3, 1.0)]
    yield case("x leads by one week", peak, later, 1, leads, "lag")
    lags = [(-1, 3, 1.0), (0, 4, -1 / 3), (1, 3, -0.5)]
    yield case("x lags by one week", later, peak, 1, lags, "lag")
    opposite = [(lag, n, -corr) for lag, n, corr in leads]
    yield case("a negative relation", peak, [-v for v in later], 1, opposite, "lag")
    yield case("only lag 0", [1, 2, 4], [5, 3, -1], 0, [(0, 3, -1.0)])
    # Pairs (1, 0), (2, 4), (9, 5) at lag 0, with the means 4 and 3; two pairs at each other lag.
    yield case(
        "two pairs are too few",
        [1, 2, 9],
        [0, 4, 5],
        1,
        [(-1, 2, None), (0, 3, 17 / math.sqrt(38 * 14)), (1, 2, None)],
    )
    # At lag 1: 0 2 4 with 0 1 2, a straight line; the means of all weeks would say otherwise.
    yield case(
        "every lag has its own means",
        [0, 2, 4, 90],
        [50, 0, 1, 2],
        1,
        [
            (-1, 3, -1_442 / math.sqrt(5_048 * 1_634)),
            (0, 4, -1_088 / math.sqrt(5_816 * 1_802.75)),
            (1, 3, 1.0),
        ],
    )

    one = [(-1, 0, None), (0, 1, None), (1, 0, None)]
    yield case("one week", [5], [7], 1, one, "pairs")
    four = [(lag, max(0, 4 - abs(lag)), None) for lag in (-6, -5, -4, -3, -2)]
    four += [(-1, 3, -1.0), (0, 4, -1.0), (1, 3, -1.0)]
    four += [(lag, max(0, 4 - abs(lag)), None) for lag in (2, 3, 4, 5, 6)]
    yield case("four weeks, lags beyond the length", [1, 2, 3, 4], [8, 6, 4, 2], 6, four, "pairs")
    yield case("two weeks, lag 2", [1, 2], [3, 5], 2, [(k, 2 - abs(k), None) for k in range(-2, 3)])

    gap = [1, NAN, 2, 3, 5]
    double = [2, 40, 4, 6, 10]
    yield case("a gap in x", gap, double, 0, [(0, 4, 1.0)], "pairs")
    yield case("a gap in y", double, gap, 0, [(0, 4, 1.0)], "pairs")
    yield case("gaps in both", [1, NAN, 2, 9, 5], [2, 40, 4, NAN, 10], 0, [(0, 3, 1.0)], "pairs")
    yield case("gaps leave two pairs", [1, NAN, 2, 9], [2, 40, 4, NAN], 0, [(0, 2, None)], "pairs")
    yield case("nothing was measured", [NAN] * 3, [1, 2, 4], 0, [(0, 0, None)], "pairs")
    # At lag 1: (1, 2), (3, 6), (4, 8), (5, 10); the pair of the missing week is not closed up.
    yield case(
        "a gap stays where it is",
        [1, NAN, 3, 4, 5, 7],
        [0, 2, 9, 6, 8, 10],
        1,
        [
            (-1, 4, 9.25 / math.sqrt(8.75 * 28.75)),
            (0, 5, 29 / math.sqrt(20 * 63.2)),
            (1, 4, 1.0),
        ],
        "pairs",
    )

    tenths = [0.1] * 3
    yield case("x is constantly 0.1", tenths, [1, 2, 4], 0, [(0, 3, None)])
    yield case("y is constantly 0.1", [1, 2, 4], tenths, 0, [(0, 3, None)])
    yield case(
        "constant in one window only",
        [0.1, 0.1, 0.1, 5],
        [0, 0, 1, 2],
        1,
        [(-1, 3, 1.0), (0, 4, 5 / math.sqrt(33)), (1, 3, None)],
    )
    for lag in (-4, 4):
        x, y = shifted(lag)
        yield case(f"a true lag of {lag}", x, y, 5, rule="lag")
    yield case("a long lag in a short series", HILLS, HILLS[::-1], 9)

    yield case("x is shorter", [1, 2], [1, 2, 4], 1, ValueError, "bad_series")
    yield case("y is shorter", [1, 2, 4], [1, 2], 1, ValueError, "bad_series")
    yield case("no weeks", [], [], 1, ValueError, "bad_series")
    yield case("a negative max_lag", [1, 2, 4], [1, 3, 4], -1, ValueError, "bad_series")


def shifted(lag, sign=1):
    """Two series of 12 weeks in which y follows x by `lag` weeks, exactly."""
    long = np.array([7, 2, 6, 4, *HILLS, 1, 8, 2, 8], dtype=float)
    return long[4:16], sign * long[4 - lag : 16 - lag]


def role_by_hand():
    def case(name, x, y, max_lag, limit, season, expected=None, rule="best"):
        if isinstance(expected, tuple):
            expected = dict(zip(("lag", "corr", "role"), expected, strict=True))
        return Case(
            name,
            {"x": x, "y": y, "max_lag": max_lag, "min_abs_corr": limit, "season": season},
            rule=rule,
            expected={} if expected is None else {"indicator_role": expected},
            answers=["indicator_role"],
        )

    for lag in range(-4, 5):
        role = "leading" if lag > 0 else "lagging" if lag < 0 else "coincident"
        yield case(f"role: a true lag of {lag}", *shifted(lag), 5, 0.5, 0, (lag, 1.0, role))
    for lag in (-2, 0, 3):
        role = "leading" if lag > 0 else "lagging" if lag < 0 else "coincident"
        x, y = shifted(lag, -1)
        yield case(f"role: a negative relation at {lag}", x, y, 5, 0.5, 0, (lag, -1.0, role))
    yield case("peaks one week apart", [0, 1, 0, 0], [0, 0, 1, 0], 1, 0.5, 0, (1, 1.0, "leading"))

    # Pairs (0, 1), (1, 0), (0, -1), (-1, 0): the products add up to 0.
    round_trip = [0, 1, 0, -1], [1, 0, -1, 0]
    yield case(
        "no correlation, and none asked", *round_trip, 0, 0.0, 0, (0, 0.0, "coincident"), "role"
    )
    yield case("no correlation", *round_trip, 0, 0.25, 0, (0, 0.0, "none"), "role")
    weak = [0, 1, 0, 0], [0, 0, 1, 0]
    yield case("too weak, reported all the same", *weak, 0, 0.5, 0, (0, -1 / 3, "none"), "role")
    yield case("weak and good enough", *weak, 0, 0.25, 0, (0, -1 / 3, "coincident"), "role")
    yield case("min_abs_corr of 1", *weak, 0, 1.0, 0, (0, -1 / 3, "none"), "role")
    x, y = [0, 1, 0, 0, 0, 2], [0, 1, 1, 0, 1, 0]
    yield case("too weak at a positive lag", x, y, 2, 0.875, 0, rule="role")

    # Periods of four weeks: lags four weeks apart are tied.
    steps = np.tile([0, 1, 3, 7], 3)
    two_later = np.tile([3, 7, 0, 1], 3)
    yield case("tied lags -2 and 2", steps, two_later, 3, 0.5, 0, (2, 1.0, "leading"))
    yield case("tied lags -2, 2 and 6", steps, two_later, 6, 0.5, 0, (2, 1.0, "leading"))
    one_earlier = np.tile([1, 3, 7, 0], 3)
    yield case("tied lags -1 and 3", steps, one_earlier, 4, 0.5, 0, (-1, 1.0, "lagging"))
    yield case("tied lags -4, 0 and 4", steps, steps, 4, 0.5, 0, (0, 1.0, "coincident"))
    # Forwards and backwards the same: lags k and -k are tied, but for the rounding of their sums.
    tied = (1, -26 / math.sqrt(46 * 50.8), "leading")
    yield case("there and back, 8 1 0", [8, 1, 0, 0, 1, 8], [5, 0, 7, 7, 0, 5], 2, 0.25, 0, tied)
    for there, other in (
        ([6, 8, 0], [8, 0, 5]),
        ([3, 8, 5, 4], [4, 6, 5, 1]),
        ([3, 3, 7, 5, 5], [1, 1, 1, 8, 7]),
    ):
        name = "there and back, " + " ".join(map(str, there))
        yield case(name, there + there[::-1], other + other[::-1], 2, 0.25, 0)
    wave = np.tile([0, 1, 0, -1], 3)
    yield case(
        "a negative lag 0 ties with a positive lag 2",
        wave,
        -wave,
        3,
        0.5,
        0,
        (0, -1.0, "coincident"),
    )
    # Lag 1 has none (x is constant there), lag 0 has -1/3.
    yield case(
        "a lag without a correlation", [0, 0, 0, 1], [1, 0, 0, 0], 1, 0.25, 0, (-1, -0.5, "lagging")
    )

    # A common trend of 8 a week; beside it y follows x by 2 weeks.
    x, y = shifted(2)
    trend = 8 * np.arange(12)
    yield case("a shared trend, kept", x + trend, y + trend, 4, 0.5, 0, rule="differences")
    yield case(
        "a shared trend, removed",
        x + trend,
        y + trend,
        4,
        0.5,
        1,
        (2, 1.0, "leading"),
        "differences",
    )
    opposite = y - 2 * trend
    yield case(
        "two different trends, removed",
        x + trend,
        opposite,
        4,
        0.5,
        1,
        (2, 1.0, "leading"),
        "differences",
    )
    yield case("two different trends, kept", x + trend, opposite, 4, 0.5, 0, rule="differences")
    # A season of three days and one of seven, the same in both.
    for season, pattern in ((3, [40, 0, 90]), (7, [0, 5, 10, 0, 30, 80, 60])):
        x, y = (both_ways(part, season) for part in shifted(1))
        wave = np.resize(pattern, len(x))
        both = x + wave, y + wave
        yield case(f"a season of {season}, kept", *both, 3, 0.25, 0, rule="differences")
        yield case(f"a season of {season}, removed", *both, 3, 0.25, season, rule="differences")
    yield case(
        "a season in y alone",
        shifted(1)[0],
        shifted(1)[1] + np.resize([0, 50], 12),
        3,
        0.25,
        2,
        rule="differences",
    )
    yield case(
        "64ths",
        shifted(1)[0] / 64,
        shifted(1)[1] / 32,
        2,
        0.5,
        1,
        (1, 1.0, "leading"),
        "differences",
    )

    line = [1, 2, 3, 4, 5, 6]
    nothing = (None, None, "none")
    yield case("nothing left but a constant", line, HILLS[:6], 2, 0.5, 1, nothing, "role")
    yield case("constant, and none asked", [2] * 5, HILLS[:5], 2, 0.0, 0, nothing, "role")
    yield case("one week only", [5], [7], 2, 0.0, 0, nothing, "role")
    yield case("a season leaves one week", [5, 6, 1], [7, 3, 2], 2, 0.0, 2, nothing, "role")
    yield case(
        "a gap spoils two differences", [1, NAN, 2, 4, 3, 9, 5], [0, 1, 3, 2, 4, 3, 9], 2, 0.5, 1
    )
    yield case(
        "gaps, and a lead",
        [3, 1, NAN, 1, 5, 9, 2, 6],
        [0, 3, 1, 4, 1, NAN, 9, 2],
        2,
        0.5,
        0,
        (1, 1.0, "leading"),
    )

    fine = shifted(1)
    yield case("a negative season", *fine, 2, 0.5, -1, ValueError, "bad_role")
    yield case("a season of the whole length", *fine, 2, 0.5, 12, ValueError, "bad_role")
    yield case("a season beyond the length", *fine, 2, 0.5, 13, ValueError, "bad_role")
    yield case("no weeks, no season", [], [], 2, 0.5, 0, ValueError, "bad_role")
    yield case("min_abs_corr below 0", *fine, 2, -0.5, 0, ValueError, "bad_role")
    yield case("min_abs_corr above 1", *fine, 2, 1.5, 0, ValueError, "bad_role")
    yield case("min_abs_corr in percent", *fine, 2, 50.0, 0, ValueError, "bad_role")
    yield case("role: x is shorter", [1, 2, 4], [1, 2, 4, 3], 1, 0.5, 0, ValueError, "bad_role")
    yield case("role: y is shorter", [1, 2, 4, 3], [1, 2, 4], 1, 0.5, 1, ValueError, "bad_role")
    yield case("role: a negative max_lag", *fine, -1, 0.5, 0, ValueError, "bad_role")


def both_ways(part, season):
    """Long enough for a season."""
    return np.concatenate([part, part[::-1][:season]])


def forecast_by_hand():
    def case(name, x, y, lag, start, expected=None, rule="leading"):
        if isinstance(expected, tuple):
            names = ("mae_naive", "mae_leading", "gain")
            expected = dict(zip(names, expected, strict=True))
        return Case(
            name,
            {"x": x, "y": y, "lag": lag, "start": start},
            rule=rule,
            expected={} if expected is None else {"forecast_gain": expected},
            answers=["forecast_gain"],
        )

    # y is 1 + 2 x of the week before. From week 5 on: 11 -> 3 -> 9.
    x, y = [1, 3, 2, 5, 1, 4, 9], [0, 3, 7, 5, 11, 3, 9]
    yield case("a perfect indicator", x, y, 1, 5, (7.0, 0.0, 1.0))
    yield case("a perfect indicator, last week only", x, y, 1, 6, (6.0, 0.0, 1.0))
    # The same, two weeks ahead and falling: y is 9 - x of two weeks before.
    yield case(
        "a perfect indicator, two weeks ahead",
        [1, 3, 2, 5, 1, 4, 9, 2],
        [5, 2, 8, 6, 7, 4, 8, 5],
        2,
        6,
        (3.5, 0.0, 1.0),
    )
    # The last week breaks the rule: 1 + 2 * 4 = 9 was forecast, 4 came after 3.
    yield case("it fails in the last week", x, [*y[:-1], 4], 1, 6, (1.0, 5.0, -4.0), "gain")
    yield case("it fails once and learns", [*x, 2], [*y[:-1], 4, 19], 1, 6)
    yield case(
        "y stands still at the end", [2, 3, 5, 1, 1, 4, 2], [1, 3, 2, 5, 4, 4, 4], 1, 5, rule="gain"
    )
    # y is -last / 2, exactly, and x says nothing: c = 0.
    yield case(
        "y follows itself", [1, 5, 2, 2, 7, 3], [16, -8, 4, -2, 1, -0.5], 1, 5, (1.5, 0.0, 1.0)
    )
    yield case(
        "an indicator that says nothing",
        [2, 7, 1, 8, 2, 8, 1, 8, 2, 8],
        [3, 1, 4, 1, 5, 9, 2, 6, 5, 3],
        2,
        7,
    )
    yield case("exactly four weeks to learn from", HILLS, HILLS[::-1], 3, 7, rule="bad_forecast")
    for lag in (1, 2, 3):
        a, b = shifted(lag)
        noise = np.resize([0, 1, -1, 0.5, 0], 12)
        yield case(f"a noisy lead of {lag}", a, b + noise, lag, 8)
        yield case(f"a noisy lead of {lag}, taken for {lag + 1}", a, b + noise, lag + 1, 8)

    bad = "bad_forecast"
    yield case("three weeks to learn from", HILLS, HILLS[::-1], 3, 6, ValueError, bad)
    yield case("start far too early", HILLS, HILLS[::-1], 1, 0, ValueError, bad)
    yield case("start after the last week", x, y, 1, 7, ValueError, bad)
    yield case("lag 0: known too late", x, y, 0, 5, ValueError, bad)
    yield case("a negative lag", x, y, -1, 5, ValueError, bad)
    yield case("forecast: x is shorter", x[:-1], y, 1, 5, ValueError, bad)
    yield case("forecast: x is longer", [*x, 3], y, 1, 5, ValueError, bad)
    yield case("NaN in an x that nobody needs", [*x[:-1], NAN], y, 1, 5, ValueError, bad)
    yield case(
        "NaN in the first y",
        [1, 3, 2, 5, 1, 4, 9, 2],
        [NAN, 2, 8, 6, 7, 4, 8, 5],
        2,
        6,
        ValueError,
        bad,
    )
    yield case("NaN in the last y", x, [*y[:-1], NAN], 1, 5, ValueError, bad)


# --- at random ----------------------------------------------------------------------------------


def planted(rng, length, lag):
    """x wanders; y is what x was `lag` weeks ago, or will be, with noise; rounded to 64ths."""
    long = rng.normal(size=length + 12)
    long[1:] += 0.5 * long[:-1]
    slope = rng.choice([-2, -1, 1, 2])
    x, y = long[6 : 6 + length], slope * long[6 - lag : 6 - lag + length]
    y = y + rng.choice([0.25, 0.5, 2]) * rng.normal(size=length)
    return np.round(x * 64) / 64, np.round(y * 64) / 64


def with_gaps(rng, values):
    return np.where(rng.random(len(values)) < rng.choice([0, 0.04, 0.15]), NAN, values)


def random_pair(rng):
    length = int(rng.choice([1, 2, 3, 4, 6, 10, 20, 30]))
    x, y = planted(rng, length, int(rng.integers(-4, 5)))
    if rng.random() < 0.3:
        x = np.round(x)  # with repeated values, so that a window may be constant
    max_lag = int(rng.choice([0, 1, 2, 4, length, length + 1]))
    return {"x": with_gaps(rng, x), "y": with_gaps(rng, y), "max_lag": min(max_lag, 12)}


def random_role(rng):
    length = int(rng.choice([3, 5, 8, 14, 21, 30]))
    x, y = planted(rng, length, int(rng.integers(-4, 5)))
    season = int(rng.choice([0, 0, 1, 1, 2, 7]))
    if rng.random() < 0.5:
        x, y = x + np.arange(length), y + 2 * np.arange(length)
    if season > 1:
        wave = rng.integers(0, 20, season)
        x, y = x + np.resize(wave, length), y + np.resize(wave, length)
    return {
        "x": with_gaps(rng, x),
        "y": with_gaps(rng, y),
        "max_lag": int(rng.choice([0, 1, 3, 5, 8])),
        "min_abs_corr": float(rng.choice([0, 0.25, 0.5, 0.75, 0.9])),
        "season": season,
    }


def random_forecast(rng):
    length = int(rng.choice([8, 12, 20, 30]))
    lag = int(rng.choice([1, 1, 2, 3]))
    x, y = planted(rng, length, lag if rng.random() < 0.7 else 0)
    start = lag + 4 + int(rng.choice([0, 0, 1, 4]))
    return {"x": x, "y": y + 3 * (rng.random() < 0.3), "lag": lag, "start": min(start, length - 1)}
