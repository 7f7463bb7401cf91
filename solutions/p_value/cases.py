"""Inputs for p_value: one small case per trap, then random groups on coarse grids.

All values are whole hundredths. So two different statistics of a permutation case differ by far
more than the tolerance, and equal ones by rounding only (see `valid`).
"""

import itertools
import math

import numpy as np

from grader.authoring import Case

NEW_CARRIER = [52, 47, 43, 46, 52, 43, 58, 42]
OLD_CARRIER = [41, 43, 44, 45, 39, 45, 36, 38]


def cases(rng):
    yield from risk_by_hand()
    yield from permutation_by_hand()
    yield from verdict_by_hand()
    for n in range(1, 13):
        yield Case(f"random rates {n}", rates(rng), answers=["false_positive_risk"])
    for n in range(1, 21):
        yield Case(f"random relabellings {n}", relabellings(rng), answers=["permutation_pvalue"])
    for n in range(1, 19):
        yield Case(f"random groups {n}", groups(rng), answers=["effect_verdict"])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    arrays = [inputs[name] for name in ("treat", "control") if name in inputs]
    values = np.concatenate([*arrays, []])
    finite = values[np.isfinite(values)]
    if np.any(np.abs(finite) > 500) or np.any(np.abs(finite * 100 - np.round(finite * 100)) > 1e-6):
        return "Values are whole hundredths, 500 at most in size."
    if "perms" in inputs:
        return _valid_permutations(inputs["perms"], len(values), max(map(len, arrays)))
    if any(not math.isfinite(v) for v in [*values, *_numbers(inputs)]):
        return "All numbers are finite."
    if "min_effect" in inputs:
        return _valid_groups(*arrays, inputs["min_effect"], inputs["alpha"])
    return None


def _numbers(inputs):
    return [value for value in inputs.values() if isinstance(value, float)]


def _valid_permutations(perms, n, longest):
    """With hundredths of 500 at most and groups of 60 at most, |T_b| and |T_obs| are equal but for
    rounding (1e-12), or at least .01/120 · (1/60 + 1/60) = 2.7e-6 apart; tol is 1e-9 to 1e-6."""
    if longest > 60:
        return "A group has 60 values at most."
    if perms.ndim == 2 and perms.shape[1] == n and np.any(np.sort(perms, axis=1) != np.arange(n)):
        return "Each row of perms is a permutation of 0, ..., n - 1."
    return None


def _valid_groups(treat, control, min_effect, alpha):
    """No end of the interval closer than 1e-7 to a mark; constant groups have an exact mean."""
    for group in (treat, control):
        if len(group) and np.ptp(group) == 0 and group[0] * 4 % 1:
            return "A constant group holds a multiple of 0.25."
    if (
        min(len(treat), len(control)) < 2
        or not 0 < alpha < 1
        or np.ptp(treat) + np.ptp(control) == 0
    ):
        return None  # must raise ValueError, whatever else
    low, high = interval(treat, control, alpha)
    for end in (low, high):
        for mark in (0, min_effect):
            if abs(end - mark) <= 1e-7 * max(1, abs(end), abs(mark)):
                return "No end of the interval is at 0 or at min_effect."
    return None


def interval(treat, control, alpha):
    from scipy import stats

    u, v = (np.var(group, ddof=1) / len(group) for group in (treat, control))
    df = (u + v) ** 2 / (u**2 / (len(treat) - 1) + v**2 / (len(control) - 1))
    middle, reach = np.mean(treat) - np.mean(control), stats.t.isf(alpha / 2, df) * (u + v) ** 0.5
    return middle - reach, middle + reach


# --- by hand ------------------------------------------------------------------------------------


def risk_by_hand():
    def case(name, alpha, power, prior, risk, rule=""):
        return Case(
            name,
            {"alpha": alpha, "power": power, "prior": prior},
            rule=rule,
            expected={"false_positive_risk": risk},
            answers=["false_positive_risk"],
        )

    yield case("one idea in ten works", 0.05, 0.8, 0.1, 0.36)
    yield case("one in ten, and a weak test", 0.05, 0.2, 0.1, 9 / 13)
    yield case("one in ten, a strict level", 0.005, 0.8, 0.1, 9 / 169)
    yield case("every second idea works", 0.05, 0.8, 0.5, 1 / 17)
    yield case("nothing works: prior 0", 0.05, 0.8, 0.0, 1.0, "ranges")
    yield case("everything works: prior 1", 0.05, 0.8, 1.0, 0.0, "ranges")
    yield case("nothing is missed: power 1", 0.5, 1.0, 0.5, 1 / 3, "ranges")
    yield case("a level of 0", 0.0, 0.8, 0.1, ValueError, "ranges")
    yield case("a level of 1", 1.0, 0.8, 0.1, ValueError, "ranges")
    yield case("a level in percent", 5.0, 0.8, 0.1, ValueError, "ranges")
    yield case("power 0", 0.05, 0.0, 0.1, ValueError, "ranges")
    yield case("power above 1", 0.05, 1.5, 0.1, ValueError, "ranges")
    yield case("prior below 0", 0.05, 0.8, -0.1, ValueError, "ranges")
    yield case("prior above 1", 0.05, 0.8, 1.5, ValueError, "ranges")


def permutation_by_hand():
    def case(name, treat, control, perms, alternative, p, rule="extreme"):
        return Case(
            name,
            {"treat": treat, "control": control, "perms": perms, "alternative": alternative},
            rule=rule,
            expected={"permutation_pvalue": p},
            answers=["permutation_pvalue"],
        )

    # Groups of one: the rows are "as observed" (0, 1) and "swapped" (1, 0).
    same, swapped = [0, 1], [1, 0]
    yield case("the observed labelling ties with itself", [3], [1], [same], "greater", 1.0)
    yield case("greater: the swap is not extreme", [3], [1], [swapped], "greater", 1 / 2)
    yield case("less: the swap is extreme", [3], [1], [swapped], "less", 1.0)
    yield case("less: a negative difference", [1], [3], [swapped], "less", 1 / 2)
    yield case("less: a tie", [1], [3], [same], "less", 1.0)
    yield case("two-sided: the other direction counts", [3], [1], [swapped], "two-sided", 1.0)
    yield case("two-sided: the other way round", [1], [3], [swapped], "two-sided", 1.0)
    none = np.empty((0, 2), dtype=int)
    yield case("no relabellings", [3], [1], none, "two-sided", 1.0, "plus_one")
    yield case("a negative difference is not greater", [1], [3], [swapped] * 3, "greater", 1.0)

    # Treated 9, control 1, 1: T is 8, -4, -4.
    turns = [[0, 1, 2], [1, 2, 0], [2, 0, 1]]
    yield case("two-sided: the other side is shorter", [9], [1, 1], turns, "two-sided", 1 / 2)
    # Treated 6, 0 and control 0: T is 3, 3, -6, and |-6| >= 3.
    yield case("two-sided: the other side is longer", [6, 0], [0], turns, "two-sided", 1.0)
    # Treated 0, 0 and control 6: T is -6, 3, 3. The lower tail is 2/4, and doubled 1.
    yield case("skewed: doubling one tail is another test", [0, 0], [6], turns, "two-sided", 1 / 2)
    yield case(
        "skewed, five values",
        [9],
        [0, 0, 1, 2],
        [[(start + step) % 5 for step in range(5)] for start in range(5)],
        "two-sided",
        1 / 3,
    )
    yield case(
        "unequal groups: the treated keep their size",
        [8, 6],
        [1, 2, 0, 1],
        # treated 8, 1 and 6, 2 and 1, 0 are below; 8, 6 is the observed one
        [[0, 2, 1, 3, 4, 5], [1, 3, 0, 2, 4, 5], [5, 4, 3, 2, 1, 0], [1, 0, 2, 3, 4, 5]],
        "greater",
        2 / 5,
        "relabelling",
    )
    yield case(
        "a row says which value comes to a place, not the reverse",
        [5, 0],
        [1, 2],
        # T is 1; treated are pool[2] and pool[0], 1 and 5, so T_b is 2. The reverse: 0 and 2, -2.
        [[2, 0, 3, 1]],
        "greater",
        1.0,
        "relabelling",
    )

    clicks = [[1, 1, 0], [0, 0, 1]]
    yield case(
        "0/1 data with many ties",
        *clicks,
        # treated: 1 1 0, 0 1 1, 1 1 1, 0 0 1, 1 0 0, 0 0 0
        [
            [0, 1, 2, 3, 4, 5],
            [2, 1, 0, 3, 4, 5],
            [0, 1, 5, 3, 4, 2],
            [2, 3, 0, 1, 4, 5],
            [5, 4, 3, 0, 2, 1],
            [2, 3, 4, 5, 0, 1],
        ],
        "greater",
        4 / 7,
    )
    everything = list(itertools.permutations(range(6)))
    example = [[52, 58, 61], [46, 49, 52]]
    yield case("all 720 relabellings of six values", *example, everything, "two-sided", 145 / 721)
    yield case("all 720, one-sided", *example, everything, "greater", 73 / 721)
    yield case("all 720, the other side", *example, everything, "less", 1.0)
    yield case("all 720 of 0/1 data", *clicks, everything, "two-sided", 1.0)
    yield case(
        "all 120, unequal groups",
        [9, 2],
        [0, 0, 1],
        list(itertools.permutations(range(5))),
        "two-sided",
        13 / 121,
    )

    for alternative in ("greater", "less", "two-sided"):
        yield case(
            f"all values equal, {alternative}",
            [5, 5],
            [5, 5, 5],
            [[4, 3, 2, 1, 0], [1, 0, 2, 3, 4], [2, 3, 4, 0, 1]],
            alternative,
            1.0,
        )
    separated = [[10, 11, 12], [1, 2, 3]]
    nine = [[0, 1, 3, 2, 4, 5], [0, 3, 4, 1, 2, 5], [3, 0, 5, 1, 2, 4]] * 3
    yield case("full separation: 1/(B+1), never 0", *separated, nine, "two-sided", 0.1, "plus_one")
    yield case("full separation, greater", *separated, nine, "greater", 0.1, "plus_one")

    # 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in the last digit.
    tenths = [0.1, 0.2, 0.3]
    backwards = [[2, 1, 0, 3]]
    yield case("a tie that rounding would hide", tenths, [0], backwards, "greater", 1.0)
    yield case("the same, less", [-v for v in tenths], [0], backwards, "less", 1.0)
    yield case("the same, two-sided", [-v for v in tenths], [0], backwards, "two-sided", 1.0)
    yield case("a tie that rounding lifts", tenths[::-1], [0], backwards, "greater", 1.0)
    yield case("a tie at a difference of 0", tenths, [0.2], backwards, "greater", 1.0)
    yield case("a near miss is no tie", [1.01], [1, 0], [[1, 0, 2]], "greater", 1 / 2)

    def bad(name, treat=(1, 2), control=(3,), perms=((0, 1, 2),), alternative="two-sided"):
        return case(
            name, [*treat], [*control], np.array(perms), alternative, ValueError, "bad_input"
        )

    yield bad("nobody treated", treat=(), perms=[[0]])
    yield bad("nobody in control", control=(), perms=[[0, 1]])
    yield bad("NaN among the treated", treat=(1, math.nan))
    yield bad("infinity in control", control=(math.inf,))
    yield bad("rows too short", perms=[[0, 1]])
    yield bad("rows too long", perms=[[0, 1, 2, 3]])
    yield bad("no rows, and those too short", perms=np.empty((0, 2), dtype=int))
    yield bad("one row without its brackets", perms=[0, 1, 2])
    yield bad("an unknown alternative", alternative="twosided")
    yield bad("an alternative of another library", alternative="larger")

    draw = np.random.default_rng(16)
    rows = draw.permuted(np.tile(np.arange(16), (199, 1)), axis=1)
    for alternative in ("two-sided", "greater"):
        yield Case(
            f"the sixteen parcels of the lesson, {alternative}",
            {
                "treat": NEW_CARRIER,
                "control": OLD_CARRIER,
                "perms": rows,
                "alternative": alternative,
            },
            answers=["permutation_pvalue"],
        )
    yield Case(
        "sixty against forty-five order values",
        {
            "treat": np.round(draw.lognormal(3.6, 0.6, 60).clip(max=500), 2),
            "control": np.round(draw.lognormal(3.5, 0.6, 45).clip(max=500), 2),
            "perms": draw.permuted(np.tile(np.arange(105), (200, 1)), axis=1),
            "alternative": "two-sided",
        },
        answers=["permutation_pvalue"],
    )


def verdict_by_hand():
    def case(name, treat, control, min_effect, alpha, expected=None, rule="verdict"):
        return Case(
            name,
            {"treat": treat, "control": control, "min_effect": min_effect, "alpha": alpha},
            rule=rule,
            expected={} if expected is None else {"effect_verdict": expected},
            answers=["effect_verdict"],
        )

    # Control is 0, 0 and treated d - 1, d + 1: then se = 1 and df = 1, where the t distribution is
    # Cauchy's: p = 1 - 2 atan(|d|) / pi, and at alpha = 0.5 the interval is d - 1 to d + 1.
    def cauchy(d, verdict):
        p = 1 - 2 * math.atan(abs(d)) / math.pi
        low, high = d - 1.0, d + 1.0
        return {"diff": float(d), "p_value": p, "ci_low": low, "ci_high": high, "verdict": verdict}

    for name, d, min_effect, verdict in [
        ("harmful: all of the interval below 0", -2, 0.5, "harmful"),
        ("harmful, though any gain would do", -2, 0, "harmful"),
        ("meaningful: all of it above the mark", 3, 1, "meaningful"),
        ("meaningful: any gain would do", 2, 0, "meaningful"),
        ("real but small: between 0 and the mark", 2, 4, "real_but_small"),
        ("a gain of unclear size: the mark lies inside", 2, 1.5, "positive_size_unclear"),
        ("no meaningful gain: 0 inside, the mark above", 0, 2, "no_meaningful_gain"),
        ("no meaningful gain: mostly below 0", -0.5, 1, "no_meaningful_gain"),
        ("inconclusive: 0 and the mark inside", 0, 0.5, "inconclusive"),
        ("inconclusive: any gain would do", 0, 0, "inconclusive"),
        ("inconclusive, though the estimate is above the mark", 0.75, 0.25, "inconclusive"),
        ("a gain of unclear size, estimated above the mark", 3, 2.5, "positive_size_unclear"),
    ]:
        yield case(name, [d - 1, d + 1], [0, 0], min_effect, 0.5, cauchy(d, verdict))
    yield case(
        "a constant treated group",
        [3, 3],
        [0, 2],
        1.5,
        0.5,
        cauchy(2, "positive_size_unclear"),
        "welch",
    )
    # Variances 2 and 2 of two values each: se² = 2, df = 2. There P(|T| > t) = 1 - t / sqrt(2 + t²).
    yield case(
        "two groups of two, by hand",
        [3, 5],
        [1, 3],
        1,
        0.5,
        {
            "diff": 2.0,
            "p_value": 1 - math.sqrt(2) / 2,
            "ci_low": 2 - math.sqrt(2) * math.sqrt(2 / 3),
            "ci_high": 2 + math.sqrt(2) * math.sqrt(2 / 3),
            "verdict": "positive_size_unclear",
        },
        "welch",
    )
    yield case("unequal spreads, unequal sizes", [1, 9, 5, 12], [3, 4], 1, 0.05, rule="welch")
    yield case("the wider group is the larger", [4, 5], [0, 3, 9, 2, 1, 6, 7], 1, 0.1, rule="welch")
    yield case("the level is not always 5%", [4, 5, 6], [1, 2, 2, 4], 0.5, 0.01, rule="welch")
    yield case(
        "sixteen parcels: hours lost", [-v for v in NEW_CARRIER], [-v for v in OLD_CARRIER], 2, 0.05
    )

    # The order values of the lesson: 0.35 more on 100, p = 3e-8, and far below the mark of 1.
    draw, sigma = np.random.default_rng(0), np.sqrt(np.log(1.04))
    old = draw.lognormal(np.log(100) - sigma**2 / 2, sigma, 200_000).round(2)
    new = draw.lognormal(np.log(100.35) - sigma**2 / 2, sigma, 200_000).round(2)
    yield case("200,000 per group: significant, and too small", new, old, 1, 0.05)

    def bad(name, treat=(1, 2), control=(3, 5), min_effect=1.0, alpha=0.05):
        rule = "bad_arguments"
        return case(name, [*treat], [*control], min_effect, alpha, ValueError, rule)

    yield bad("one treated value", treat=[1])
    yield bad("one control value", control=[1])
    yield bad("no values", treat=[], control=[])
    yield bad("both groups constant", treat=[2, 2], control=[3, 3, 3])
    yield bad("both groups constant and equal", treat=[2, 2], control=[2, 2])
    yield bad("a negative min_effect", min_effect=-0.5)
    yield bad("alpha in percent", alpha=5.0)
    yield bad("alpha 0", alpha=0.0)
    yield bad("alpha 1", alpha=1.0)


# --- at random ----------------------------------------------------------------------------------


def rates(rng):
    return {
        "alpha": rng.choice([0.005, 0.01, 0.05, 0.1, 0.5]),
        "power": rng.choice([0.05, 0.2, 0.5, 0.8, 0.9, 1.0]),
        "prior": rng.choice([0.0, 0.01, 0.1, 0.2, 0.25, 0.5, 0.9, 1.0]),
    }


def values(rng, n):
    """Clicks, quarter hours with many ties, or skewed order values in cents."""
    kind = rng.random()
    if kind < 0.3:
        return [float(rng.random() < 0.4) for _ in range(n)]
    if kind < 0.6:
        return [rng.randint(0, 12) / 4 for _ in range(n)]
    return [round(min(500, rng.lognormvariate(2, 0.9)), 2) for _ in range(n)]


def relabellings(rng):
    n1, n0 = rng.randint(1, 7), rng.randint(1, 7)
    pool = values(rng, n1 + n0)
    order = list(range(n1 + n0))
    rows = [rng.sample(order, len(order)) for _ in range(rng.choice([1, 5, 20, 60]))]
    return {
        "treat": pool[:n1],
        "control": pool[n1:],
        "perms": rows,
        "alternative": rng.choice(["greater", "less", "two-sided", "two-sided"]),
    }


def groups(rng):
    while True:
        n1, n0 = rng.choice([2, 3, 5, 8, 30]), rng.choice([2, 3, 5, 8, 30])
        middle, spread1, spread0 = rng.uniform(0, 3), rng.uniform(0.2, 3), rng.uniform(0.2, 3)
        inputs = {
            "treat": np.array([round(rng.gauss(10 + middle, spread1), 2) for _ in range(n1)]),
            "control": np.array([round(rng.gauss(11, spread0), 2) for _ in range(n0)]),
            "min_effect": rng.choice([0.0, 0.25, 0.5, 1.0, 2.0]),
            "alpha": rng.choice([0.01, 0.05, 0.05, 0.1, 0.2]),
        }
        if valid(inputs) is None:
            return inputs
