"""Inputs for the four parts of a test: assignment, plan, sample ratio, CUPED.

Users with a bucket that matters were found by trying u1, u2, ...; see BUCKETS.
"""

import math
from math import erfc, exp, nan, sqrt
from statistics import NormalDist

import numpy as np

from grader.authoring import Case, on_grid, with_repeats

SAVE = "save_button"
BUCKETS = {  # bucket -> a user who has it in the experiment "save_button"
    0: "u22558",
    99: "u1987",
    100: "u2512",
    199: "u20804",
    200: "u4637",
    488: "u1",
    4340: "u5",
    4999: "u5814",
    5000: "u31745",
    5322: "u2",
    6218: "u3",
    8999: "u353",
    9000: "u13623",
    9899: "u2005",
    9900: "u50732",
    9999: "u13775",
}
HALVES = [("control", 5000), ("treatment", 5000)]
OUT = "not_in_experiment"
NO = False
YES = True

LESSON_PLAN = (0.03, 0.003, 0.05, 0.8, 1.0, 5000.0, 1.0)
PLAN = ("baseline", "mde_abs", "alpha", "power", "ratio", "daily_users", "share")


def cases(rng):
    yield from assign_by_hand()
    yield from assign_refused()
    yield from plan_by_hand()
    yield from plan_refused()
    yield from srm_by_hand()
    yield from srm_refused()
    yield from cuped_by_hand()
    yield from cuped_refused()
    for n in range(1, 11):
        yield Case(f"random users {n}", users(rng), answers=["assign_variants"])
    for n in range(1, 16):
        yield Case(f"random plan {n}", plan(rng), answers=["plan_test"])
    for n in range(1, 13):
        yield Case(f"random counts {n}", sample(rng), answers=["srm_check"])
    for n in range(1, 13):
        yield Case(f"random spend {n}", spend(rng), answers=["cuped_effect"])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None.

    Also refused: inputs on which right answers may differ, since a float lies on a threshold.
    """
    numbers = [v for v in inputs.values() if isinstance(v, float)] + inputs.get("shares", [])
    if not all(map(math.isfinite, numbers)):
        return "Numbers are finite."
    if "user_ids" in inputs:
        texts = [*inputs["user_ids"], inputs["experiment"], *(n for n, _ in inputs["weights"])]
        if any("\ud800" <= character <= "\udfff" for text in texts for character in text):
            return "Texts are valid Unicode, without lone surrogates."
        if not all(texts):
            return "Ids and names have at least one character."
    if "baseline" in inputs:
        return plan_complaint(*(inputs[name] for name in PLAN))
    if "counts" in inputs:
        return srm_complaint(**inputs)
    if "treated" in inputs:
        return cuped_complaint(**inputs)
    return None


def plan_complaint(p0, mde, alpha, power, ratio, daily_users, share):
    p1 = p0 + mde
    if any(0 < abs(edge) < 1e-6 for edge in (p0, 1 - p0, p1, 1 - p1, mde, ratio)):
        return "Rates and effects keep clear of 0 and 1."
    rates_fit = all(0 < value < 1 for value in (p0, p1, alpha, power))
    if not rates_fit or not mde or min(ratio, daily_users, share) <= 0 or share > 1:
        return None  # it must raise ValueError
    if power <= alpha:
        return "power is always larger than alpha."
    if not (1e-9 < alpha < 1 - 1e-6 and power < 1 - 1e-9):
        return "alpha and power keep clear of 0 and 1."
    x = size_of_control(p0, p1, alpha, power, ratio)
    if max(x, ratio * x) > 1e6:
        return "No group needs more than a million customers."
    if any(abs(n - round(n)) < 1e-7 * max(1, n) for n in (x, ratio * x)):
        return "Sample sizes before rounding are clearly no whole numbers."
    weeks = (math.ceil(x) + math.ceil(ratio * x)) / (daily_users * share) / 7
    off = abs(weeks - round(weeks)) / max(1, weeks)
    if not 1e-6 < weeks < 1e5 or 1e-14 < off < 1e-7:
        return "The traffic is such that the number of weeks is clear."
    return None


def size_of_control(p0, p1, alpha, power, ratio):
    pooled = (p0 + ratio * p1) / (1 + ratio)
    z = NormalDist().inv_cdf
    null = -z(alpha / 2) * sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
    effect = z(power) * sqrt(p0 * (1 - p0) + p1 * (1 - p1) / ratio)
    return ((null + effect) / (p1 - p0)) ** 2


def srm_complaint(counts, shares, threshold):
    if len(counts) != len(shares) or len(counts) < 2 or min(shares) <= 0 or min(counts) < 0:
        return None
    if not sum(counts):
        return None
    if max(counts) > 10**9 or max(shares) > 1e4 * min(shares):
        return "Counts stay below a billion, and no share is less than a ten-thousandth of another."
    due = [sum(counts) * share / sum(shares) for share in shares]
    statistic = sum((n - d) ** 2 / d for n, d in zip(counts, due, strict=True))
    p = chi_square_tail(statistic, len(counts) - 1)
    if abs(p - threshold) < 1e-7 * threshold:
        return "The p-value is clearly not the threshold."
    return None


def chi_square_tail(statistic, degrees):
    half = statistic / 2
    if degrees == 1:
        return erfc(sqrt(half))
    if degrees == 2:
        return exp(-half)
    log_term = (
        (degrees / 2 - 1) * math.log(half) - half - math.lgamma(degrees / 2) if half else -math.inf
    )
    return chi_square_tail(statistic, degrees - 2) + exp(log_term)


def cuped_complaint(y, x, treated):
    if np.isinf(x).any():
        return "x is never infinite."
    if not len(y) == len(x) == len(treated) or not np.isfinite(y).all():
        return None
    known = x[~np.isnan(x)]
    if max(abs(known).max(initial=0), abs(y).max(initial=0)) > 1e6:
        return "Nobody spends more than a million."
    groups = [y[treated], y[~treated]]
    if any(0 < spread(values) < 1e-3 * max(1, abs(values).max()) for values in (known, *groups)):
        return "Values are all equal, or clearly not."
    return None


def spread(values):
    return values.max() - values.min() if len(values) else 0


# --- assign_variants ----------------------------------------------------------------------------


def assign(name, buckets, weights, variants, rule="walk"):
    """A case of users by their buckets."""
    given = {
        "user_ids": [BUCKETS[bucket] for bucket in buckets],
        "experiment": SAVE,
        "weights": weights,
    }
    expected = {"assign_variants": variants}
    return Case(name, given, rule=rule, expected=expected, answers=["assign_variants"])


def assign_by_hand():
    yield assign("nobody", [], HALVES, [], "every_user")
    # sha256("save_button:u1") begins with 895db7c8, that is 2,304,620,488.
    yield assign(
        "two halves",
        [488, 5322, 6218, 4340],
        HALVES,
        ["control", "treatment", "treatment", "control"],
    )
    yield assign(
        "a bucket exactly on the cumulative edge", [4999, 5000], HALVES, ["control", "treatment"]
    )
    yield assign("the first and the last bucket", [0, 9999], HALVES, ["control", "treatment"])
    yield assign(
        "treatment is listed first",
        [4999, 5000],
        [("treatment", 5000), ("control", 5000)],
        ["treatment", "control"],
    )
    yield assign(
        "a weight of 0 in front", [0, 9999], [("paused", 0), ("live", 10_000)], ["live", "live"]
    )
    yield assign(
        "a weight of 0 in between",
        [8999, 9000],
        [("control", 9000), ("paused", 0), ("treatment", 1000)],
        ["control", "treatment"],
    )
    yield assign("all weights are 0", [0, 5000], [("a", 0), ("b", 0)], [OUT, OUT], "outside")
    yield assign(
        "a 1% ramp",
        [0, 99, 100, 9999],
        [("treatment", 100)],
        ["treatment", "treatment", OUT, OUT],
        "outside",
    )
    yield assign(
        "a 1% ramp with a control group as large",
        [99, 100, 199, 200],
        [("control", 100), ("treatment", 100)],
        ["control", "treatment", "treatment", OUT],
        "outside",
    )
    yield assign(
        "one basis point is left over",
        [9899, 9900, 9999],
        [("control", 9900), ("treatment", 99)],
        ["control", "treatment", OUT],
        "outside",
    )
    yield assign(
        "repeated ids, in the order given",
        [5322, 488, 5322],
        HALVES,
        ["treatment", "control", "treatment"],
        "every_user",
    )

    def case(name, user_ids, experiment, weights, variants):
        given = {"user_ids": user_ids, "experiment": experiment, "weights": weights}
        expected = {"assign_variants": variants}
        return Case(name, given, rule="bucket", expected=expected, answers=["assign_variants"])

    quarters = [("a", 2500), ("b", 2500), ("c", 2500), ("d", 2500)]
    # The buckets are 2912, 3088, 9093, 2614; in "save_button" they were 488, 5322, 6218, 4340.
    yield case("the same users in another experiment", ["u1", "u2", "u3", "u5"], "new_search",
               quarters, list("bbdb"))  # fmt: skip
    # Composed and decomposed ë are two users: 9944 and 6239. Then 614 and 4512.
    yield case("ids that are not ASCII", ["zo\u00eb", "zoe\u0308", "用户7", "\U0001f600"], SAVE,
               quarters, list("dcab"))  # fmt: skip
    yield case("a name of the experiment that is not ASCII", ["u1", "u2", "u3", "u4"], "кнопка",
               quarters, list("bcac"))  # fmt: skip
    # Buckets 488, 3777, 5596, 4096.
    yield case("ids in capitals or with a space are others", ["u1", "U1", " u1", "u1 "], SAVE,
               quarters, list("abcb"))  # fmt: skip
    yield case("a colon in an id", ["a:b", "b"], SAVE, quarters, ["c", "a"])
    # Buckets 2912 and 3088, as above.
    yield case("a share of a tenth of a percent", ["u1", "u2"], "new_search",
               [("a", 2905), ("b", 10), ("c", 173), ("d", 6912)], ["b", "d"])  # fmt: skip


def assign_refused():
    def case(name, weights, user_ids=("u1",)):
        given = {"user_ids": list(user_ids), "experiment": SAVE, "weights": weights}
        expected = {"assign_variants": ValueError}
        return Case(name, given, rule="weights", expected=expected, answers=["assign_variants"])

    yield case("no weights", [])
    yield case("a negative weight", [("control", 5000), ("treatment", -1)])
    yield case("a negative weight that saves the sum", [("control", 10_001), ("treatment", -1)])
    yield case("weights above 10000", [("control", 5000), ("treatment", 5001)])
    yield case("one weight above 10000", [("treatment", 10_001)])
    yield case("a repeated name", [("control", 100), ("treatment", 100), ("control", 100)])
    yield case("a repeated name with weight 0", [("control", 100), ("control", 0)])
    yield case("bad weights and no users", [("control", 5000), ("treatment", 5001)], [])


WEIGHTS = [
    HALVES,
    [("control", 9000), ("treatment", 1000)],
    [("control", 3334), ("a", 3333), ("b", 3333)],
    [("control", 500), ("treatment", 500)],
    [("treatment", 1000), ("control", 0), ("holdout", 8000)],
    [("a", 1), ("b", 2499), ("c", 2500), ("d", 4000)],
]


def users(rng):
    ids = [
        on_grid(rng, list(BUCKETS.values()), lambda: f"user{rng.randrange(10**6)}", 0.3)
        for _ in range(rng.randint(4, 20))
    ]
    experiment = rng.choice([SAVE, SAVE, "new_search", "checkout:v2", "größe"])
    return {
        "user_ids": with_repeats(rng, ids),
        "experiment": experiment,
        "weights": rng.choice(WEIGHTS),
    }


# --- plan_test ----------------------------------------------------------------------------------


def plan_by_hand():
    def case(name, values, sizes, rule="size"):
        expected = {}
        if sizes:
            keys = ("n_control", "n_treatment", "days")
            expected = {"plan_test": dict(zip(keys, sizes, strict=True))}
        given = dict(zip(PLAN, values, strict=True))
        return Case(name, given, rule=rule, expected=expected, answers=["plan_test"])

    # x = 53210.3; 106,422 customers are 21.3 days, so 28.
    yield case("3.0% to 3.3%, as in the lesson", LESSON_PLAN, (53_211, 53_211, 28))
    yield case(
        "alpha 0.01, power 0.95", (0.1, 0.02, 0.01, 0.95, 1.0, 1000.0, 0.5), (8717, 8717, 35)
    )
    yield case("a power below one half", (0.5, 0.1, 0.05, 0.3, 1.0, 100.0, 1.0), (103, 103, 7))
    yield case(
        "the rate may fall", (0.1, -0.02, 0.05, 0.9, 1.0, 1000.0, 1.0), (4301, 4301, 14), "rates"
    )
    # x = 14750.79: 29,502 customers are 14.0001 days, so 21; 2x of them would be 13.9999
    yield case(
        "days for whole customers",
        (0.1, 0.01, 0.05, 0.8, 1.0, 2107.27, 1.0),
        (14_751, 14_751, 21),
    )
    # x = 8684.74, x/3 = 2894.91
    yield case(
        "ratio 1/3, the rate falls",
        (0.1, -0.02, 0.05, 0.9, 1 / 3, 1000.0, 1.0),
        (8685, 2895, 14),
    )
    # x = 1137.17, 4x = 4548.67: rounding x first would give 4552
    yield case(
        "ratio 4: round once, at the end",
        (0.1, 0.03, 0.05, 0.8, 4.0, 1000.0, 1.0),
        (1138, 4549, 7),
    )
    # Two groups of 294 are 588 customers: 14 days with 42 a day.
    base = (0.2, 0.1, 0.05, 0.8, 1.0)
    yield case("exactly two weeks", (*base, 42.0, 1.0), (294, 294, 14), "days")
    yield case("half the traffic: exactly four weeks", (*base, 42.0, 0.5), (294, 294, 28), "days")
    yield case("14.7 days are three weeks", (*base, 40.0, 1.0), (294, 294, 21), "days")
    yield case("13.7 days are two weeks", (*base, 43.0, 1.0), (294, 294, 14), "days")
    yield case("15.1 days are not two weeks", (*base, 39.0, 1.0), (294, 294, 21), "days")
    yield case("everybody comes within an hour", (*base, 20_000.0, 1.0), (294, 294, 7), "days")
    # 3479 / (710 · 0.7) is 7 to the eye and 7.000000000000001 to the computer.
    yield case(
        "a week and a rounding error",
        (0.2, 0.05, 0.05, 0.8, 4.0, 710.0, 0.7),
        (696, 2783, 7),
        "days",
    )
    yield case("a customer every other day", (*base, 0.5, 1.0), (294, 294, 1176), "days")
    yield case("a tiny share of the traffic", (*base, 1000.0, 0.001), (294, 294, 588), "days")


def plan_refused():
    def case(name, rule="bad_plan", **changes):
        given = {**dict(zip(PLAN, LESSON_PLAN, strict=True)), **changes}
        expected = {"plan_test": ValueError}
        return Case(name, given, rule=rule, expected=expected, answers=["plan_test"])

    yield case("baseline 0", baseline=0.0)
    yield case("baseline 1", baseline=1.0, mde_abs=-0.5)
    yield case("baseline in percent", baseline=3.0)
    yield case("a negative baseline", baseline=-0.125, mde_abs=0.25)
    yield case("p1 is 0", baseline=0.25, mde_abs=-0.25)
    yield case("p1 is negative", baseline=0.25, mde_abs=-0.5)
    yield case("p1 is 1", baseline=0.75, mde_abs=0.25)
    yield case("p1 is above 1", baseline=0.75, mde_abs=0.5)
    yield case("an effect of 0", mde_abs=0.0)
    yield case("ratio 0", ratio=0.0)
    yield case("a negative ratio", ratio=-1.0)
    yield case("nobody comes", daily_users=0.0)
    yield case("a negative number of users", daily_users=-5.0)
    yield case("share 0", share=0.0)
    yield case("a negative share of the users", share=-0.5)
    yield case("a share above 1", share=1.5)
    yield case("negative users and a negative share", daily_users=-5.0, share=-0.5)
    yield case("alpha 0", alpha=0.0)
    yield case("alpha 1", alpha=1.0)
    yield case("alpha in percent", alpha=5.0)
    yield case("power 0", power=0.0)
    yield case("power 1", power=1.0)
    yield case("power in percent", power=80.0)


def plan(rng):
    while True:
        p0 = rng.choice([0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8])
        values = (
            p0,
            round(p0 * rng.choice([-0.2, -0.1, 0.05, 0.1, 0.15, 0.2]), 4),
            rng.choice([0.01, 0.05, 0.05, 0.1]),
            rng.choice([0.7, 0.8, 0.8, 0.9, 0.95]),
            rng.choice([1 / 3, 0.25, 0.5, 1.0, 1.0, 2.0, 4.0]),
            rng.choice([200.0, 500.0, 2000.0, 5000.0, 12_345.0]),
            rng.choice([0.1, 0.2, 0.5, 1.0]),
        )
        if plan_complaint(*values) is None:
            return dict(zip(PLAN, values, strict=True))


# --- srm_check ----------------------------------------------------------------------------------


def srm_by_hand():
    def case(name, counts, shares, statistic, p, srm, threshold=0.001, rule="chi_square"):
        given = {"counts": counts, "shares": shares, "threshold": threshold}
        expected = {"srm_check": {"chi2": statistic, "p_value": p, "srm": srm}}
        return Case(name, given, rule=rule, expected=expected, answers=["srm_check"])

    def tail(statistic):  # of one degree of freedom
        return erfc(sqrt(statistic / 2))

    yield case("as designed", [10, 10], [0.5, 0.5], 0.0, 1.0, NO)
    # 50 expected in each: 100/50 + 100/50 = 4
    yield case("60 and 40", [60, 40], [0.5, 0.5], 4.0, tail(4), NO)
    yield case(
        "60 and 40 with a loose threshold", [60, 40], [0.5, 0.5], 4.0, tail(4), YES, threshold=0.05
    )
    statistic = 6106**2 / 1_637_070
    yield case(
        "harmless to the eye", [821_588, 815_482], [0.5, 0.5], statistic, tail(statistic), YES
    )
    yield case("90/10 as designed", [900, 100], [0.9, 0.1], 0.0, 1.0, NO, rule="expected")
    # 900 and 100 expected: 400/900 + 400/100 = 40/9
    yield case("90/10, a little off", [880, 120], [0.9, 0.1], 40 / 9, tail(40 / 9), NO,
               rule="expected")  # fmt: skip
    yield case("shares 9 and 1", [880, 120], [9.0, 1.0], 40 / 9, tail(40 / 9), NO, rule="expected")
    # 50 and 50 instead of 90 and 10: 1600/90 + 1600/10 = 1600/9
    yield case("halves where 90/10 was designed", [50, 50], [90.0, 10.0], 1600 / 9, 0.0, YES,
               rule="expected")  # fmt: skip
    # 20 expected in each: 100/20 + 0 + 100/20 = 10; with 2 degrees of freedom the tail is exp(-5)
    yield case("three groups", [10, 20, 30], [1.0, 1.0, 1.0], 10.0, exp(-5), NO)
    yield case(
        "three groups, a threshold of 1%", [10, 20, 30], [1.0, 1.0, 1.0], 10.0, exp(-5), YES,
        threshold=0.01,
    )  # fmt: skip
    yield case(
        "three groups, one twice as large", [40, 30, 10], [0.5, 0.25, 0.25], 10.0, exp(-5), NO
    )
    yield case("a group without anybody", [0, 12], [0.5, 0.5], 12.0, tail(12), YES)
    yield case("one customer", [1, 0], [0.5, 0.5], 1.0, tail(1), NO)


def srm_refused():
    def case(name, counts, shares, threshold=0.001):
        given = {"counts": counts, "shares": shares, "threshold": threshold}
        expected = {"srm_check": ValueError}
        return Case(name, given, rule="bad_counts", expected=expected, answers=["srm_check"])

    yield case("threshold 0", [60, 40], [0.5, 0.5], 0.0)
    yield case("threshold 1", [60, 40], [0.5, 0.5], 1.0)
    yield case("threshold in percent", [60, 40], [0.5, 0.5], 5.0)
    yield case("a share too many", [60, 40], [0.5, 0.25, 0.25])
    yield case("a share too few", [60, 30, 10], [0.5, 0.5])
    yield case("one group", [100], [1.0])
    yield case("no group", [], [])
    yield case("a share of 0", [60, 40], [1.0, 0.0])
    yield case("a negative share", [60, 40], [1.5, -0.5])
    yield case("a negative count", [60, -1], [0.5, 0.5])
    yield case("two groups without anybody", [0, 0], [0.5, 0.5])


SPLITS = [[0.5, 0.5], [0.9, 0.1], [0.99, 0.01], [2.0, 1.0, 1.0], [0.25] * 4, [50.0, 25.0, 25.0]]


def sample(rng):
    while True:
        shares = rng.choice(SPLITS)
        total = rng.choice([50, 400, 10_000, 250_000])
        unit = total / sum(shares)
        # off by some standard errors: mostly nothing to see, sometimes a clear mismatch
        sizes = rng.choice([0.5, 1, 1, 2, 3, 4])
        counts = [max(0, round(unit * s + sizes * rng.gauss(0, sqrt(unit * s)))) for s in shares]
        threshold = rng.choice([0.0005, 0.001, 0.001, 0.01])
        if sum(counts) and srm_complaint(counts, shares, threshold) is None:
            return {"counts": counts, "shares": shares, "threshold": threshold}


# --- cuped_effect -------------------------------------------------------------------------------


def cuped(name, control, treatment, expected=None, rule="effects"):
    """A case of two groups, each as (y, x)."""
    (y0, x0), (y1, x1) = control, treatment
    given = {"y": [*y0, *y1], "x": [*x0, *x1], "treated": [NO] * len(y0) + [YES] * len(y1)}
    if isinstance(expected, tuple):
        keys = ("theta", "effect_raw", "se_raw", "effect", "se", "variance_reduction")
        expected = dict(zip(keys, expected, strict=True))
    by_hand = {} if expected is None else {"cuped_effect": expected}
    return Case(name, given, rule=rule, expected=by_hand, answers=["cuped_effect"])


def cuped_by_hand():
    # x around its mean 3: -3 -1 1, -1 1 3. theta = 44/22. Adjusted y: 7 4 4, 8 5 8.
    yield cuped(
        "the treated spent more before, too",
        ([1, 2, 6], [0, 2, 4]),
        ([6, 7, 14], [2, 4, 6]),
        (2.0, 6.0, sqrt(26 / 3), 2.0, sqrt(2), 10 / 13),
    )
    # The same with a new customer in each group: adjusted y 7 4 4 5, 8 5 8 7.
    yield cuped(
        "new customers",
        ([1, 2, 6, 5], [0, 2, 4, nan]),
        ([6, 7, 14, 7], [2, 4, 6, nan]),
        (2.0, 5.0, sqrt(29 / 6), 2.0, 1.0, 23 / 29),
        "new_users",
    )
    # Adjusted y: 7 4 4, 8 5 8 9.
    yield cuped(
        "new customers in one group only",
        ([1, 2, 6], [0, 2, 4]),
        ([6, 7, 14, 9], [2, 4, 6, nan]),
        (2.0, 6.0, sqrt(5.5), 2.5, sqrt(1.75), 15 / 22),
        "new_users",
    )
    # Adjusted y: 3 3, 8 8. What is left does not vary at all.
    yield cuped(
        "x explains everything",
        ([1, 5], [0, 2]),
        ([6, 10], [0, 2]),
        (2.0, 5.0, sqrt(8), 5.0, 0.0, 1.0),
    )
    yield cuped(
        "the more before, the less now",
        ([5, 1], [0, 2]),
        ([10, 6], [0, 2]),
        (-2.0, 5.0, sqrt(8), 5.0, 0.0, 1.0),
        "theta",
    )
    nothing = (0.0, 4.0, sqrt(2), 4.0, sqrt(2), 0.0)
    yield cuped("x is constant", ([1, 3], [3, 3]), ([5, 7], [3, 3]), nothing, "theta")
    # The mean of three times 0.1 is 0.10000000000000002.
    yield cuped(
        "x is constant, its mean off by a hair",
        ([1, 3], [0.1, 0.1]),
        ([5, 7], [0.1, nan]),
        nothing,
        "theta",
    )
    yield cuped("one known x", ([1, 3], [nan, 8]), ([5, 7], [nan, nan]), nothing, "theta")
    yield cuped("all x are missing", ([1, 3], [nan] * 2), ([5, 7], [nan] * 2), nothing, "theta")
    yield cuped(
        "x is constant among the controls",
        ([1, 3, 2], [1, 1, 1]),
        ([5, 7, 12], [0, 1, 5]),
        rule="theta",
    )
    yield cuped(
        "all controls are new",
        ([1, 3, 2], [nan, nan, nan]),
        ([5, 7, 12], [0, 1, 5]),
        rule="new_users",
    )
    # theta = 49/26, though within a group y falls where x rises.
    yield cuped(
        "the adjustment does harm",
        ([0, 1], [1, 0]),
        ([10, 11], [6, 5]),
        (49 / 26, 10.0, sqrt(0.5), 15 / 26, 75 / 26 / sqrt(2), 1 - (75 / 26) ** 2),
        "reduction",
    )
    yield cuped("the controls' y is constant", ([2, 2, 2], [1, 2, 4]), ([1, 5, 3], [0, 3, 4]))
    yield cuped("the treated's y is constant", ([1, 5, 3], [0, 3, 4]), ([2, 2, 2], [1, 2, 4]))
    yield cuped(
        "groups of different size and spread",
        ([1, 2, 2, 1, 3, 2], [2, 3, 1, 2, 4, 3]),
        ([0, 40], [1, 9]),
    )
    yield cuped("no difference before", ([3, 9, 4, 8], [1, 5, 2, 4]), ([5, 9, 7, 11], [2, 4, 1, 5]))
    mixed = {
        "y": [6, 1, 7, 2, 14, 6],
        "x": [2, 0, 4, 2, 6, 4],
        "treated": [YES, NO, YES, NO, YES, NO],
    }
    keys = ("theta", "effect_raw", "se_raw", "effect", "se", "variance_reduction")
    values = (2.0, 6.0, sqrt(26 / 3), 2.0, sqrt(2), 10 / 13)
    expected = {"cuped_effect": dict(zip(keys, values, strict=True))}
    yield Case("both groups mixed", mixed, rule="effects", expected=expected)


def cuped_refused():
    def case(name, y, x, treated):
        given = {"y": y, "x": x, "treated": treated}
        expected = {"cuped_effect": ValueError}
        return Case(name, given, rule="bad_data", expected=expected, answers=["cuped_effect"])

    two = [NO, NO, YES, YES]
    yield case("x is shorter", [1, 3, 5, 7], [0, 2, 4], two)
    yield case("x is one value", [1, 3, 5, 7], [2], two)
    yield case("treated is shorter", [1, 3, 5, 7, 9], [0, 2, 4, 1, 3], two)
    yield case("treated is longer", [1, 3, 5, 7], [0, 2, 4, 1], [NO, NO, YES, YES, YES])
    yield case("y is shorter", [1, 3, 5], [0, 2, 4, 1], two)
    yield case("y is longer", [1, 3, 5, 7, 9], [0, 2, 4, 1], two)
    yield case("y is one value", [1], [0, 2, 4, 1], two)
    yield case("one treated customer", [1, 3, 5], [0, 2, 4], [NO, NO, YES])
    yield case("one control customer", [1, 3, 5], [0, 2, 4], [NO, YES, YES])
    yield case("nobody in control", [1, 3, 5], [0, 2, 4], [YES, YES, YES])
    yield case("nobody at all", [], [], [])
    yield case("a missing y", [1, 3, 5, nan], [0, 2, 4, 1], two)
    yield case("an infinite y", [1, 3, math.inf, 7], [0, 2, 4, 1], two)
    yield case("y is constant", [5, 5, 5, 5], [0, 2, 4, 1], two)
    yield case("y is constant within each group", [3, 3, 5, 5], [0, 2, 4, 1], two)


def spend(rng):
    """Gamma spend before and after, a fifth of the customers new, a planted lift."""
    while True:
        slope, lift = rng.choice([0.3, 0.8, 0.8, 1.2, -0.5]), rng.choice([0, 2, 5])
        y, x, treated = [], [], []
        for _ in range(rng.randint(6, 40)):
            before = rng.gammavariate(2, 10)
            treated.append(rng.random() < rng.choice([0.5, 0.5, 0.8]))
            x.append(nan if rng.random() < 0.2 else round(before, 2))
            noise = rng.gammavariate(1.5, 6)
            y.append(round(noise + slope * before + lift * treated[-1], 2))
        if 2 <= sum(treated) <= len(treated) - 2:
            return {"y": y, "x": x, "treated": treated}
