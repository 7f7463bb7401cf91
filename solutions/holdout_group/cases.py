"""Inputs for holdout_group: small audits, counts, groups and plans by hand, then random ones."""

from bisect import bisect_left
from math import exp, sqrt

import numpy as np
from scipy.stats import norm

from grader.authoring import Case, on_grid

# The level at which z is 1, and the alpha at which z_{1-alpha/2} is; z_power is 0 at a power of 0.5.
ONE = 0.6826894921370859
Z95 = 1.959963984540054
ALPHA_ONE = 1 - ONE


def cases(rng):
    yield from leaks_by_hand()
    yield from lift_by_hand()
    yield from itt_by_hand()
    yield from size_by_hand()
    for answer, (draw, count) in DRAWN.items():
        for n in range(1, count + 1):
            inputs = draw(rng)
            while valid(inputs):
                inputs = draw(rng)
            yield Case(f"random {answer} {n}", inputs, answers=[answer])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "assignments" in inputs:
        rows = inputs["assignments"]
        if any(group not in ("holdout", "exposed") for _, _, group in rows):
            return "grp is 'holdout' or 'exposed'."
        if len({(user, moment) for user, moment, _ in rows}) < len(rows):
            return "The assignments of a user are at different times."
        return None
    numbers = [value for value in inputs.values() if not isinstance(value, np.ndarray)]
    if not np.isfinite([*numbers, *inputs.get("y", [])]).all():
        return "All numbers are finite."
    if "y" in inputs:
        return "Outcomes are at most 1,000 in size." if (abs(inputs["y"]) > 1000).any() else None
    if "conv_t" in inputs:
        level = inputs["level"]
        if 0 < level < 1 and not 1e-4 < level < 1 - 1e-4:
            return "No level is below 0.0001 or above 0.9999."
        return "At most ten million users." if max(map(abs, numbers)) > 1e7 else None
    return near_mde(**inputs)


def near_mde(n_users, base_rate, mde_abs, alpha, power):
    if n_users > 5_000_000:
        return "n_users is 5 million at most."
    if n_users < 2 or mde_abs <= 0 or any(not 0 < q < 1 for q in (base_rate, alpha, power)):
        return None  # must raise ValueError, whatever else
    if power <= alpha or min(alpha, 1 - power, base_rate, 1 - base_rate) < 1e-6:
        return "The power is greater than alpha, and no probability is next to 0 or 1."
    if not 1e-6 < mde_abs < 100:
        return "mde_abs is a difference of rates."
    h = scan(n_users, base_rate, mde_abs, alpha, power) or n_users // 2
    for size in {h, max(1, h - 1)}:
        if abs(detectable(n_users, base_rate, size, alpha, power) / mde_abs - 1) <= 1e-7:
            return "The left side is not within a ten-millionth of mde_abs."
    return None


def detectable(n_users, base_rate, h, alpha, power):
    z = norm.isf(alpha / 2) + norm.ppf(power)
    return z * sqrt(base_rate * (1 - base_rate) * (1 / h + 1 / (n_users - h)))


def scan(n_users, base_rate, mde_abs, alpha, power):
    sizes = range(1, n_users // 2 + 1)
    place = bisect_left(
        sizes, True, key=lambda h: detectable(n_users, base_rate, h, alpha, power) <= mde_abs
    )
    return sizes[place] if place < len(sizes) else None


# --- by hand ------------------------------------------------------------------------------------


def leaks_by_hand():
    def case(name, assignments, exposures, expected, rule):
        """A moment is written as day and hour of March."""
        return Case(
            name,
            {
                "assignments": [(user, march(at), group) for user, at, group in assignments],
                "exposures": [(user, feature, march(at)) for user, feature, at in exposures],
            },
            rule=rule,
            expected={"holdout_leaks": expected},
            answers=["holdout_leaks"],
        )

    def march(at):
        day, _, rest = at.partition(" ")
        return f"2025-03-{int(day):02} {rest or '12:00'}:00"

    two_out = [(1, "1", "holdout"), (2, "1", "holdout"), (3, "1", "exposed")]
    yield case(
        "a feature that leaks, and a clean one",
        two_out,
        [(1, "email", "5"), (3, "email", "5"), (3, "search", "6")],
        [("email", 2, 1, 0.5), ("search", 2, 0, 0.0)],
        "features",
    )
    yield case("nothing leaks", two_out, [(3, "email", "5")], [("email", 2, 0, 0.0)], "features")
    yield case(
        "everybody leaks",
        two_out,
        [(2, "email", "5"), (1, "email", "6")],
        [("email", 2, 2, 1.0)],
        "leaked",
    )
    yield case(
        "two features leak to one user",
        two_out,
        [(1, "email", "5"), (1, "search", "6"), (3, "search", "6")],
        [("email", 2, 1, 0.5), ("search", 2, 1, 0.5)],
        "leaked",
    )
    yield case(
        "exposed at the moment of the assignment",
        [(1, "5", "holdout")],
        [(1, "email", "5")],
        [("email", 1, 1, 1.0)],
        "leaked",
    )
    yield case(
        "exposed a minute before the assignment",
        [(1, "5 12:01", "holdout")],
        [(1, "email", "5 12:00")],
        [("email", 1, 0, 0.0)],
        "leaked",
    )
    yield case(
        "exposed long before the assignment",
        [(1, "20", "holdout")],
        [(1, "email", "5")],
        [("email", 1, 0, 0.0)],
        "leaked",
    )
    yield case(
        "before and after the assignment",
        [(1, "10", "holdout")],
        [(1, "email", "5"), (1, "email", "15")],
        [("email", 1, 1, 1.0)],
        "leaked",
    )
    yield case(
        "after and before: the rows are in no order",
        [(1, "10", "holdout"), (2, "10", "holdout")],
        [(1, "email", "15"), (1, "email", "5"), (2, "email", "5")],
        [("email", 2, 1, 0.5)],
        "leaked",
    )
    yield case(
        "the same user five times",
        two_out,
        [(1, "email", str(day)) for day in range(5, 10)],
        [("email", 2, 1, 0.5)],
        "leaked",
    )
    yield case(
        "held out first, then in the other group",
        [(1, "1", "holdout"), (1, "10", "exposed"), (2, "1", "holdout")],
        [(1, "email", "15")],
        [("email", 2, 1, 0.5)],
        "assignment",
    )
    yield case(
        "in the other group first, then held out",
        [(1, "10", "holdout"), (1, "1", "exposed"), (2, "1", "holdout")],
        [(1, "email", "15")],
        [("email", 1, 0, 0.0)],
        "assignment",
    )
    yield case(
        "held out twice, exposed in between",
        [(1, "20", "holdout"), (1, "10", "holdout"), (2, "1", "holdout")],
        [(1, "email", "15")],
        [("email", 2, 1, 0.5)],
        "assignment",
    )
    yield case(
        "held out twice, exposed before both",
        [(1, "10", "holdout"), (1, "20", "holdout")],
        [(1, "email", "5"), (2, "email", "5")],
        [("email", 1, 0, 0.0)],
        "assignment",
    )
    yield case(
        "three assignments: the first counts",
        [(1, "10", "exposed"), (1, "20", "holdout"), (1, "5", "holdout")],
        [(1, "email", "7")],
        [("email", 1, 1, 1.0)],
        "assignment",
    )
    yield case(
        "nobody held out",
        [(1, "1", "exposed")],
        [(1, "email", "5"), (1, "search", "6")],
        [("email", 0, 0, None), ("search", 0, 0, None)],
        "rate",
    )
    yield case(
        "the only held-out row comes second",
        [(1, "1", "exposed"), (1, "10", "holdout")],
        [(1, "email", "15")],
        [("email", 0, 0, None)],
        "rate",
    )
    yield case(
        "an unknown user",
        two_out,
        [(9, "email", "5"), (1, "email", "5"), (9, "search", "5")],
        [("email", 2, 1, 0.5), ("search", 2, 0, 0.0)],
        "unknown",
    )
    yield case(
        "only unknown users", two_out, [(9, "email", "5")], [("email", 2, 0, 0.0)], "unknown"
    )
    yield case("no assignments", [], [(1, "email", "5")], [("email", 0, 0, None)], "rate")
    yield case("no exposures", two_out, [], [], "features")
    yield case("both tables are empty", [], [], [], "features")
    yield case(
        "a third of the holdout, and two of four who saw it",
        [(user, "1", "holdout" if user < 7 else "exposed") for user in range(1, 9)],
        [(1, "email", "5"), (2, "email", "6"), (7, "email", "5"), (8, "email", "5")],
        [("email", 6, 2, 1 / 3)],
        "rate",
    )


def lift_by_hand():
    def case(name, counts, expected, rule, level=ONE):
        """`counts` are conv_t, n_t, conv_h, n_h. By default z is 1."""
        keys = ("lift_abs", "ci_low", "ci_high", "lift_rel", "rel_ci_low", "rel_ci_high")
        if isinstance(expected, tuple):
            expected = dict(zip((*keys, "incremental"), expected))
        return Case(
            name,
            dict(zip(("conv_t", "n_t", "conv_h", "n_h"), counts)) | {"level": level},
            rule=rule,
            expected={} if expected is None else {"holdout_lift": expected},
            answers=["holdout_lift"],
        )

    def both(lift, error, ratio, log_error, incremental):
        ends = (ratio * exp(side * log_error) - 1 for side in (-1, 1))
        return (lift, lift - error, lift + error, ratio - 1, *ends, incremental)

    yield case(
        "half against a fifth",
        (50, 100, 20, 100),
        both(0.3, sqrt(0.0025 + 0.0016), 2.5, sqrt(0.01 + 0.04), 30.0),
        "absolute",
    )
    yield case(
        "an interval that ends beyond 1",
        (1, 2, 0, 2),
        (0.5, 0.5 - Z95 * sqrt(0.125), 0.5 + Z95 * sqrt(0.125), None, None, None, 1.0),
        "absolute",
        level=0.95,
    )
    yield case(
        "a small holdout: 36 of 100 against 2 of 10",
        (36, 100, 2, 10),
        both(0.16, sqrt(0.002304 + 0.016), 1.8, sqrt(0.64 / 36 + 0.4), 16.0),
        "incremental",
    )
    yield case(
        "the launches did harm",
        (10, 100, 2, 10),
        both(-0.1, sqrt(0.0009 + 0.016), 0.5, sqrt(0.09 + 0.4), -10.0),
        "incremental",
    )
    yield case(
        "equal rates", (20, 40, 5, 10), both(0.0, sqrt(1 / 160 + 1 / 40), 1.0, sqrt(0.125), 0.0), "relative"
    )  # fmt: skip
    yield case("nine years in ten", (9900, 95_000, 475, 5000), None, "absolute", 0.9)
    yield case(
        "9,900 of 95,000 against 475 of 5,000",
        (9900, 95_000, 475, 5000),
        (0.009210526, 0.000854172, 0.017566881, 0.096952909, 0.004989654, 0.197331415, 875.0),
        "relative",
        0.95,
    )
    yield case("a level of 0.5", (30, 50, 3, 10), None, "absolute", 0.5)
    yield case("a level of 0.99", (300, 900, 30, 100), None, "absolute", 0.99)
    yield case(
        "no buyers in the holdout",
        (5, 10, 0, 4),
        (0.5, 0.5 - sqrt(0.025), 0.5 + sqrt(0.025), None, None, None, 5.0),
        "undefined_lift",
    )
    yield case(
        "no buyers in the launched group",
        (0, 10, 2, 4),
        (-0.5, -0.75, -0.25, -1.0, None, None, -5.0),
        "undefined_lift",
    )
    yield case(
        "no buyers at all", (0, 10, 0, 4), (0.0, 0.0, 0.0, None, None, None, 0.0), "undefined_lift"
    )
    yield case(
        "everybody of the holdout buys",
        (5, 10, 4, 4),
        both(-0.5, sqrt(0.025), 0.5, sqrt(0.1), -5.0),
        "absolute",
    )
    yield case(
        "everybody who got the launches buys",
        (10, 10, 1, 4),
        both(0.75, sqrt(3 / 64), 4.0, sqrt(0.75), 7.5),
        "absolute",
    )
    yield case(
        "everybody in both groups buys", (10, 10, 4, 4), both(0.0, 0.0, 1.0, 0.0, 0.0), "absolute"
    )
    yield case(
        "one buyer of one, one of two", (1, 1, 1, 2), both(0.5, sqrt(1 / 8), 2.0, sqrt(0.5), 0.5), "absolute"
    )  # fmt: skip
    yield case(
        "a single user in each group", (1, 1, 1, 1), both(0.0, 0.0, 1.0, 0.0, 0.0), "absolute"
    )
    yield case("a holdout larger than the rest", (3, 10, 40, 100), None, "incremental", 0.95)

    some = (5, 10, 1, 4)
    for name, counts, rule, level in [
        ("nobody got the launches", (0, 0, 1, 4), "bad_counts", 0.95),
        ("an empty holdout", (5, 10, 0, 0), "bad_counts", 0.95),
        ("a launched group of -3", (0, -3, 1, 4), "bad_counts", 0.95),
        ("a holdout of -4", (5, 10, 0, -4), "bad_counts", 0.95),
        ("more buyers than users", (11, 10, 1, 4), "bad_counts", 0.95),
        ("more buyers than the holdout has users", (1, 2, 5, 4), "bad_counts", 0.95),
        ("a negative number of buyers", (-1, 10, 1, 4), "bad_counts", 0.95),
        ("a negative number of buyers in the holdout", (5, 10, -1, 4), "bad_counts", 0.95),
        ("a level of 0", some, "invalid", 0.0),
        ("a level of 1", some, "invalid", 1.0),
        ("a level of 95", some, "invalid", 95.0),
        ("a negative level", some, "invalid", -0.95),
    ]:
        yield case(name, counts, ValueError, rule, level)


def itt_by_hand():
    def case(name, assigned, exposed, y, expected, rule):
        """`assigned` and `exposed` are written as 0 and 1; the groups may stand in any order."""
        if isinstance(expected, tuple):
            expected = dict(zip(("itt", "compliance", "cace", "naive"), expected))
        return Case(
            name,
            {
                "assigned": np.array(assigned, bool),
                "exposed": np.array(exposed, bool),
                "y": np.array(y, float),
            },
            rule=rule,
            expected={"itt_and_cace": expected},
            answers=["itt_and_cace"],
        )

    half = [1, 1, 1, 1, 0, 0, 0, 0]
    yield case(
        "everybody obeys", [1, 1, 0, 0], [1, 1, 0, 0], [3, 5, 1, 2], (2.5, 1.0, 2.5, 2.5), "itt"
    )
    yield case(
        "half of the assigned open the mail, the better customers",
        half,
        [1, 1, 0, 0, 0, 0, 0, 0],
        [9, 7, 1, 1, 6, 4, 1, 1],
        (1.5, 0.5, 3.0, 8 - 14 / 6),
        "cace",
    )
    yield case(
        "a leaky holdout",
        half,
        [1, 1, 1, 0, 1, 0, 0, 0],
        [9, 7, 4, 0, 8, 2, 1, 1],
        (2.0, 0.5, 4.0, 6.0),
        "compliance",
    )
    yield case(
        "a leaky holdout, unequal groups",
        [0, 1, 0, 1, 1, 0, 0, 1, 1, 1],
        [1, 1, 0, 1, 0, 0, 0, 1, 1, 0],
        [6, 3, 2, 9, 1, 4, 0, 6, 7, 4],
        (2.0, 2 / 3 - 1 / 4, 4.8, 6.2 - 2.2),
        "compliance",
    )
    yield case(
        "zero compliance: a third of each group",
        [1, 1, 1, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 1, 1, 0, 0, 0, 0],
        [5, 2, 2, 4, 6, 1, 1, 0, 0],
        (1.0, 0.0, None, 4.0),
        "cace",
    )
    yield case(
        "nobody is exposed", [1, 0, 1, 0], [0] * 4, [4, 1, 2, 2], (1.5, 0.0, None, None), "naive"
    )
    yield case(
        "everybody is exposed", [1, 0, 1, 0], [1] * 4, [4, 1, 2, 2], (1.5, 0.0, None, None), "naive"
    )
    yield case(
        "negative compliance: more of the holdout get in",
        half,
        [1, 0, 0, 0, 1, 1, 1, 0],
        [5, 3, 2, 2, 1, 2, 3, 0],
        (1.5, -0.5, -3.0, 2.75 - 1.75),
        "compliance",
    )
    yield case(
        "everybody does the opposite",
        [1, 1, 0],
        [0, 0, 1],
        [1, 3, 7],
        (-5.0, -1.0, 5.0, 5.0),
        "cace",
    )
    yield case("one user in each group", [0, 1], [0, 1], [2, 7], (5.0, 1.0, 5.0, 5.0), "itt")
    yield case("the mail does harm", half, [1, 1, 0, 0, 0, 0, 0, 0], [1, 3, 2, 2, 4, 4, 4, 0], (-1.0, 0.5, -2.0, 2 - 16 / 6), "cace")  # fmt: skip
    yield case(
        "no effect at all", half, [1, 1, 0, 0, 0, 0, 0, 0], [5] * 8, (0.0, 0.5, 0.0, 0.0), "cace"
    )
    yield case(
        "outcomes below 0",
        [1, 0, 1, 0],
        [1, 0, 0, 0],
        [-1, -4, -3, 0],
        (0.0, 0.5, 0.0, 4 / 3),
        "naive",
    )
    yield case(
        "one large spender",
        half,
        [1, 1, 1, 0, 0, 0, 0, 0],
        [90, 1, 1, 0, 10, 1, 1, 0],
        (20.0, 0.75, 80 / 3, 92 / 3 - 12 / 5),
        "itt",
    )
    yield case(
        "all of the assigned, and some of the others",
        [1, 1, 0, 0, 0, 0],
        [1, 1, 1, 0, 0, 0],
        [8, 6, 4, 4, 2, 2],
        (4.0, 0.75, 16 / 3, 6 - 8 / 3),
        "compliance",
    )

    for name, assigned, exposed, y in [
        ("an outcome is missing", [1, 0, 1], [1, 0, 0], [1, 2]),
        ("one outcome too many", [1, 0], [1, 0], [1, 2, 3]),
        ("exposed is shorter", [1, 0, 1], [1, 0], [1, 2, 3]),
        ("exposed is longer", [1, 0], [1, 0, 1], [1, 2]),
        ("assigned is shorter", [1, 0], [1, 0, 1], [1, 2, 3]),
        ("one outcome for all", [1, 0, 1], [1, 0, 0], [1]),
        ("nobody is assigned", [0, 0], [1, 0], [1, 2]),
        ("everybody is assigned", [1, 1], [1, 0], [1, 2]),
        ("nobody at all", [], [], []),
        ("assigned is longer", [1, 0, 1], [1, 0], [1, 2]),
    ]:
        yield case(name, assigned, exposed, y, ValueError, "bad_arrays")


def size_by_hand():
    def case(
        name, n_users, base_rate, mde_abs, expected, rule="enough", alpha=ALPHA_ONE, power=0.5
    ):
        """By default the two quantiles add up to 1, so that the left side is the standard error."""
        return Case(
            name,
            {
                "n_users": n_users,
                "base_rate": base_rate,
                "mde_abs": mde_abs,
                "alpha": alpha,
                "power": power,
            },
            rule=rule,
            expected={"smallest_holdout": expected},
            answers=["smallest_holdout"],
        )

    # Of four users: 0.5 · sqrt(1 + 1/3) = 0.577 and 0.5 · sqrt(1/2 + 1/2) = 0.5.
    yield case("of four users one is enough", 4, 0.5, 0.6, 1)
    yield case("of four users two are needed", 4, 0.5, 0.52, 2)
    yield case("of four users no number is enough", 4, 0.5, 0.45, None, "search")
    # Of five: 0.5 · sqrt(1 + 1/4) = 0.559 and 0.5 · sqrt(1/2 + 1/3) = 0.456.
    yield case("an odd number of users: one", 5, 0.5, 0.57, 1)
    yield case("an odd number of users: two", 5, 0.5, 0.5, 2)
    yield case("an odd number of users: none", 5, 0.5, 0.45, None, "search")
    yield case("two users", 2, 0.5, 0.8, 1, "search")
    yield case("two users are too few", 2, 0.5, 0.7, None, "search")
    yield case("three users", 3, 0.5, 0.65, 1, "search")
    yield case("three users are too few", 3, 0.5, 0.6, None, "search")
    yield case("a rate of 0.1", 4, 0.1, 0.31, 2)  # 0.3 · 1.155 = 0.346, 0.3 · 1 = 0.3
    yield case("a rate of 0.9", 4, 0.9, 0.31, 2)
    # Of 100 with 0.5: h = 20 gives 0.5 · sqrt(1/20 + 1/80) = 0.125.
    yield case("just enough", 100, 0.5, 0.1250001, 20, "search")
    yield case("just not enough", 100, 0.5, 0.1249999, 21, "search")
    yield case("just enough at one half", 100, 0.5, 0.1000001, 50, "search")
    yield case("just not enough at one half", 100, 0.5, 0.0999999, None, "search")
    yield case("a huge effect", 1000, 0.2, 0.9, 1)
    yield case("the full power of 80%", 1000, 0.1, 0.08, 127, alpha=0.05, power=0.8)
    yield case("a strict alpha", 1000, 0.1, 0.1, 185, alpha=0.005, power=0.9)
    yield case("a low power", 1000, 0.1, 0.05, 48, alpha=0.05, power=0.2)
    million = {"alpha": 0.05, "power": 0.8}
    yield case("a million, half a point", 1_000_000, 0.05, 0.005, 15_143, **million)
    yield case("a million, a fifth of a point", 1_000_000, 0.05, 0.002, 104_028, **million)
    yield case("a million, a tenth of a point", 1_000_000, 0.05, 0.001, None, "search", **million)
    yield case("five million, a fifth of a point", 5_000_000, 0.05, 0.002, 95_011, **million)

    for name, n_users, base_rate, mde_abs, alpha, power, rule in [
        ("one user", 1, 0.5, 0.1, 0.05, 0.8, "bad_plan"),
        ("no users", 0, 0.5, 0.1, 0.05, 0.8, "bad_plan"),
        ("a negative number of users", -100, 0.5, 0.1, 0.05, 0.8, "bad_plan"),
        ("nobody buys", 100, 0.0, 0.1, 0.05, 0.8, "bad_plan"),
        ("everybody buys", 100, 1.0, 0.1, 0.05, 0.8, "bad_plan"),
        ("a negative rate", 100, -0.1, 0.1, 0.05, 0.8, "bad_plan"),
        ("a rate in percent", 100, 5.0, 0.1, 0.05, 0.8, "bad_plan"),
        ("no effect", 100, 0.5, 0.0, 0.05, 0.8, "bad_plan"),
        ("a negative effect", 100, 0.5, -0.1, 0.05, 0.8, "bad_plan"),
        ("alpha is 0", 100, 0.5, 0.1, 0.0, 0.8, "invalid"),
        ("alpha is 1", 100, 0.5, 0.1, 1.0, 0.8, "invalid"),
        ("alpha is negative", 100, 0.5, 0.1, -0.5, 0.8, "invalid"),
        ("alpha is 5", 100, 0.5, 0.1, 5.0, 0.8, "invalid"),
        ("the power is 0", 100, 0.5, 0.1, 0.05, 0.0, "invalid"),
        ("the power is 1", 100, 0.5, 0.1, 0.05, 1.0, "invalid"),
        ("the power is 80", 100, 0.5, 0.1, 0.05, 80.0, "invalid"),
    ]:
        yield case(name, n_users, base_rate, mde_abs, ValueError, rule, alpha, power)


# --- at random ----------------------------------------------------------------------------------


def draw_audit(rng):
    def moment():
        hour = on_grid(rng, [0, 24, 48, 72, 96], lambda: rng.randint(0, 120))
        return f"2025-03-{1 + hour // 24:02} {hour % 24:02}:00:00"

    groups = rng.choice([["holdout"], ["exposed"], ["holdout", "exposed"], ["holdout", "exposed"]])
    assigned = {
        (rng.randint(1, 6), moment()): rng.choice(groups) for _ in range(rng.randint(0, 10))
    }
    return {
        "assignments": [(user, at, group) for (user, at), group in assigned.items()],
        "exposures": [
            (rng.randint(1, 7), rng.choice(["email", "search", "basket"]), moment())
            for _ in range(rng.randint(0, 14))
        ],
    }


def draw_counts(rng):
    n_t, n_h = rng.choice([1, 5, 20, 950, 9500]), rng.choice([1, 2, 5, 50, 500])

    def buyers(n):
        return on_grid(rng, [0, n, n // 10, n // 5], lambda: rng.randint(0, n), 0.5)

    return {
        "conv_t": buyers(n_t),
        "n_t": n_t,
        "conv_h": buyers(n_h),
        "n_h": n_h,
        "level": rng.choice([0.5, 0.8, 0.9, 0.95, 0.95, 0.99]),
    }


def draw_groups(rng):
    n = rng.randint(2, 12)
    assigned = [True, False, *(rng.random() < rng.choice([0.5, 0.8]) for _ in range(n - 2))]
    rng.shuffle(assigned)
    opens, leaks = rng.choice([(0.6, 0.0), (0.7, 0.3), (0.3, 0.6), (1.0, 0.0), (0.0, 0.0)])
    return {
        "assigned": np.array(assigned),
        "exposed": np.array([rng.random() < (opens if a else leaks) for a in assigned]),
        "y": np.array([rng.choice([0, 0, 1, 2, 5, 10, 12.5, 30]) for _ in range(n)], float),
    }


def draw_plan(rng):
    n_users = rng.choice([2, 3, 7, 10, 101, 1000, 20_000, 200_000])
    base_rate = rng.choice([0.01, 0.05, 0.1, 0.3, 0.5, 0.9])
    alpha, power = rng.choice([0.01, 0.05, 0.05, 0.1]), rng.choice([0.5, 0.8, 0.8, 0.9])
    h = on_grid(rng, [0.02, 0.05, 0.1, 0.5], rng.random) * n_users / 2
    mde_abs = detectable(n_users, base_rate, max(1, h), alpha, power)
    return {
        "n_users": n_users,
        "base_rate": base_rate,
        "mde_abs": round(mde_abs * rng.uniform(0.9, 1.1), 6),
        "alpha": alpha,
        "power": power,
    }


DRAWN = {
    "holdout_leaks": (draw_audit, 20),
    "holdout_lift": (draw_counts, 14),
    "itt_and_cace": (draw_groups, 18),
    "smallest_holdout": (draw_plan, 14),
}
