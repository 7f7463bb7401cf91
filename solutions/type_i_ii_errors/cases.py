"""Inputs for type_i_ii_errors: small programs and designs by hand, then random ones on grids.

The limits z_{1−alpha} are no round numbers, so nothing sits exactly on one; only p-values do.
"""

import numpy as np
from scipy.stats import norm

from grader.authoring import Case, on_grid

NAN = float("nan")
Z_95 = 1.6448536269514722  # z_0.95
LEVELS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.2]


def cases(rng):
    yield from error_rates_by_hand()
    yield from power_by_hand()
    yield from peeking_by_hand()
    yield from best_alpha_by_hand()
    for answer, draw in DRAWN.items():
        for n in range(1, 13):
            inputs = draw(rng)
            while valid(inputs):
                inputs = draw(rng)
            yield Case(f"random {answer} {n}", inputs, answers=[answer])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    plain = [value for name, value in inputs.items() if name not in ("p_values", "alternative")]
    if (
        not all(np.isfinite(value).all() for value in plain)
        or np.isinf(inputs.get("p_values", 0.0)).any()
    ):
        return "All numbers are finite; only a p-value may be NaN."
    if sum(map(bool, mistakes(**inputs))) > 1:
        return "At most one thing is wrong with an input that must raise ValueError."
    levels = np.append(inputs.get("alphas", []), inputs.get("alpha", 0.5))
    levels = levels[(levels > 0) & (levels < 1)]
    if (abs(levels - 0.5) > 0.4999).any():
        return "No level is below 0.0001 or above 0.9999."
    if "p_values" in inputs:
        return near_alpha(**inputs)
    if "batch_sums" in inputs:
        return near_limit(**inputs)
    if "alphas" in inputs:
        return near_tie(**inputs)
    if inputs["sigma"] > 0 and (inputs["sigma"] < 0.01 or abs(inputs["effect"]) > 1000):
        return "The standard deviation is no less than 0.01, the effect at most 1000."
    return None


def mistakes(alpha=0.5, sigma=1.0, **inputs):
    """Which of the reasons for a ValueError there are."""
    yield not 0 < alpha < 1
    yield sigma <= 0
    if "p_values" in inputs:
        p_values = inputs["p_values"]
        yield len(p_values) != len(inputs["is_null"])
        yield ((p_values < 0) | (p_values > 1)).any()
    elif "batch_sums" in inputs:
        (rows, columns), looks = inputs["batch_sums"].shape, inputs["looks"]
        yield rows < 1
        yield inputs["batch_n"] < 1
        yield not looks
        yield len(set(looks)) < len(looks)
        yield not set(looks) <= set(range(1, columns + 1))
    elif "alphas" in inputs:
        alphas = inputs["alphas"]
        yield not len(alphas)
        yield ((alphas <= 0) | (alphas >= 1)).any()
        yield not 0 <= inputs["prior_null"] <= 1
        yield inputs["cost_fp"] < 0
        yield inputs["cost_fn"] < 0
    else:
        yield inputs["n1"] < 1
        yield inputs["n2"] < 1
        yield inputs["alternative"] not in ("greater", "less", "two-sided")


def near_alpha(p_values, is_null, alpha):
    off = abs(p_values - alpha)
    if ((off > 0) & (off < 1e-7 * alpha)).any():
        return "No p-value is within rounding of alpha without being alpha."
    return None


def near_limit(batch_sums, batch_n, sigma, alpha, looks):
    if batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        return None
    sizes = batch_n * np.arange(1, batch_sums.shape[1] + 1)
    z, limit = abs(batch_sums.cumsum(axis=1)) / (sigma * np.sqrt(sizes)), norm.isf(alpha / 2)
    if (abs(z - limit) <= 1e-7 * max(1, limit)).any():
        return "No |z| is within rounding of the limit."
    return None


def near_tie(effect_z, prior_null, cost_fp, cost_fn, alphas):
    if max(abs(effect_z), cost_fp, cost_fn) > 1000:
        return "Costs and effect_z are at most 1000."
    if not alphas.size or not ((alphas > 0) & (alphas < 1)).all():
        return None
    miss = norm.cdf(norm.isf(alphas) - effect_z)
    cost = prior_null * alphas * cost_fp + (1 - prior_null) * miss * cost_fn
    gap = cost - cost.min()
    if ((gap > 5e-13) & (gap < 2e-12)).any():
        return "No cost is near the edge of 1e-12 above the lowest."
    return None


# --- by hand ------------------------------------------------------------------------------------


def error_rates_by_hand():
    def case(name, p_values, is_null, rates, rule, alpha=0.05):
        """`rates` are those of Type I, Type II, the power and the false discoveries."""
        keys = ("type_i_rate", "type_ii_rate", "power", "false_discovery_rate")
        expected = rates if rates is ValueError else dict(zip(keys, rates))
        return Case(
            name,
            {
                "p_values": np.array(p_values, float),
                "is_null": np.array(is_null, bool),
                "alpha": alpha,
            },
            rule=rule,
            expected={"error_rates": expected},
            answers=["error_rates"],
        )

    yield case(
        "four nulls and three effects",
        [0.01, 0.2, 0.5, 0.9, 0.03, 0.3, 0.6],
        [1, 1, 1, 1, 0, 0, 0],
        [1 / 4, 2 / 3, 1 / 3, 1 / 2],
        "rates",
    )
    yield case(
        "the truths in mixed order",
        [0.01, 0.9, 0.02, 0.2, 0.03],
        [0, 1, 1, 1, 0],
        [1 / 3, 0.0, 1.0, 1 / 3],
        "rates",
    )
    yield case(
        "p equal to alpha", [0.05, 0.5, 0.05, 0.5], [1, 1, 0, 0], [0.5, 0.5, 0.5, 0.5], "reject"
    )
    yield case("p a little above alpha", [0.051, 0.051], [1, 0], [0.0, 1.0, 0.0, 0.0], "reject")
    yield case("no nulls", [0.01, 0.4], [0, 0], [None, 0.5, 0.5, 0.0], "rates")
    yield case("no non-nulls", [0.01, 0.4], [1, 1], [0.5, None, None, 1.0], "rates")
    yield case("no experiments at all", [], [], [None, None, None, 0.0], "rates")
    yield case("nothing is rejected", [0.3, 0.4], [1, 0], [0.0, 1.0, 0.0, 0.0], "discoveries")
    yield case(
        "everything is rejected", [0.01, 0.02, 0.03], [1, 1, 0], [1.0, 0.0, 1.0, 2 / 3], "rates"
    )
    yield case(
        "NaN p on true effects",
        [NAN, NAN, 0.01, 0.6, 0.3],
        [0, 0, 0, 0, 1],
        [0.0, 0.5, 0.5, 0.0],
        "undecided",
    )
    yield case("NaN p on a null", [NAN, 0.01, 0.02], [1, 1, 0], [1.0, 0.0, 1.0, 0.5], "undecided")
    yield case("NaN p only", [NAN, NAN], [1, 0], [None, None, None, 0.0], "undecided")
    yield case("the only effect has no p", [NAN, 0.2], [0, 1], [0.0, None, None, 0.0], "undecided")
    yield case("p exactly 0 and 1", [0.0, 1.0, 0.0, 1.0], [1, 1, 0, 0], [0.5] * 4, "bad_p_values")
    yield case(
        "another alpha", [0.1, 0.3, 0.1, 0.15], [1, 1, 0, 0], [0.5, 0.0, 1.0, 1 / 3], "reject", 0.2
    )
    yield case("one more p than truths", [0.1, 0.2], [1], ValueError, "bad_p_values")
    yield case("one p for several truths", [0.1], [1, 0, 1], ValueError, "bad_p_values")
    yield case("a p below 0", [0.1, -0.1], [1, 0], ValueError, "bad_p_values")
    yield case("a p above 1", [1.5, 0.1, NAN], [1, 0, 0], ValueError, "bad_p_values")
    yield case("alpha of rates is 0", [0.1], [1], ValueError, "invalid", 0.0)
    yield case("alpha of rates is 1", [0.1], [1], ValueError, "invalid", 1.0)
    yield case("alpha of rates is 5", [0.1], [1], ValueError, "invalid", 5.0)


def power_by_hand():
    def case(name, effect, sigma, n1, n2, alternative, power, rule, alpha=0.05):
        return Case(
            name,
            {
                "effect": effect,
                "sigma": sigma,
                "n1": n1,
                "n2": n2,
                "alpha": alpha,
                "alternative": alternative,
            },
            rule=rule,
            expected={} if power is None else {"power_two_sample": power},
            answers=["power_two_sample"],
        )

    for alternative in ("greater", "less", "two-sided"):
        yield case(
            f"effect 0, {alternative}: power is alpha", 0.0, 1.0, 5, 5, alternative, 0.05, "tails"
        )
    # With two values per arm and sigma 1, the standard error is 1 and d is the effect.
    yield case("the effect is as large as the limit", Z_95, 1.0, 2, 2, "greater", 0.5, "tails")
    yield case("... and negative", -Z_95, 1.0, 2, 2, "less", 0.5, "tails")
    yield case("twice the limit", 2 * Z_95, 1.0, 2, 2, "greater", 0.95, "tails")
    yield case("a negative effect, greater", -1.0, 1.0, 2, 2, "greater", None, "shift")
    yield case("a negative effect, less", -1.0, 1.0, 2, 2, "less", None, "shift")
    yield case("a negative effect, two-sided", -1.0, 1.0, 2, 2, "two-sided", None, "shift")
    yield case("a positive effect, less", 1.0, 1.0, 2, 2, "less", None, "shift")
    yield case("a positive effect, two-sided", 1.0, 1.0, 2, 2, "two-sided", None, "tails")
    yield case("1000 against 1000", 0.1, 1.0, 1000, 1000, "two-sided", 0.60877948, "shift")
    yield case("200 against 1800", 0.1, 1.0, 200, 1800, "two-sided", 0.26866182, "shift")
    yield case("unequal arms, one-sided", Z_95, 1.0, 4, 2, "greater", None, "shift")
    # 1/3 + 1/6 = 1/2, so sigma = sqrt(2) makes the standard error 1 again.
    yield case("arms of 3 and 6", Z_95, 2**0.5, 3, 6, "greater", 0.5, "shift")
    yield case("one value per arm", 2.0, 1.0, 1, 1, "two-sided", None, "shift")
    yield case("a larger sigma", 2 * Z_95, 2.0, 2, 2, "greater", 0.5, "shift")
    yield case("a huge effect", 50.0, 1.0, 8, 8, "two-sided", 1.0, "tails")
    yield case("alpha is 0.5", 0.0, 1.0, 2, 2, "greater", 0.5, "tails", 0.5)
    yield case("alpha is 0.001", 1.0, 1.0, 9, 18, "two-sided", None, "tails", 0.001)

    for name, sigma, n1, n2, alternative, alpha, rule in [
        ("sigma is 0", 0.0, 2, 2, "greater", 0.05, "bad_design"),
        ("sigma is negative", -1.0, 2, 2, "two-sided", 0.05, "bad_design"),
        ("nobody in the first arm", 1.0, 0, 2, "less", 0.05, "bad_design"),
        ("nobody in the second arm", 1.0, 2, 0, "less", 0.05, "bad_design"),
        ("a negative n", 1.0, -3, 2, "two-sided", 0.05, "bad_design"),
        ("the alternative of another library", 1.0, 2, 2, "larger", 0.05, "bad_design"),
        ("no alternative", 1.0, 2, 2, "", 0.05, "bad_design"),
        ("alpha of a design is 0", 1.0, 2, 2, "greater", 0.0, "invalid"),
        ("alpha of a design is 1", 1.0, 2, 2, "greater", 1.0, "invalid"),
        ("alpha of a design is 95", 1.0, 2, 2, "two-sided", 95.0, "invalid"),
    ]:
        yield case(name, 1.0, sigma, n1, n2, alternative, ValueError, rule, alpha)


def peeking_by_hand():
    def case(name, batch_sums, looks, share, rule, batch_n=4, sigma=1.0, alpha=0.05):
        """By default a batch sum has the standard deviation 2; the limits are 3.9, 5.5 and 6.8."""
        return Case(
            name,
            {
                "batch_sums": np.array(batch_sums, float),
                "batch_n": batch_n,
                "sigma": sigma,
                "alpha": alpha,
                "looks": looks,
            },
            rule=rule,
            expected={"peeking_error_rate": share},
            answers=["peeking_error_rate"],
        )

    yield case("a single look", [[5], [1]], [1], 0.5, "alarm")
    yield case("a single look, at the end", [[5, -5], [3, 3], [1, 1]], [2], 1 / 3, "alarm")
    yield case("an alarm that would have gone away", [[5, -5], [0, 0]], [1, 2], 0.5, "alarm")
    yield case(
        "an alarm at every look counts once", [[9, 9, 9], [0, 0, 0]], [1, 2, 3], 0.5, "alarm"
    )
    yield case(
        "looks in reverse order", [[5, -5, 0], [0, 0, 9], [0, 6, -6]], [3, 1], 2 / 3, "looks"
    )
    yield case("looks in no order", [[0, 0, 0, 9], [0, 6, 0, 0]], [2, 4, 1], 1.0, "looks")
    yield case("an alarm downwards", [[-5], [-1]], [1], 0.5, "alarm")
    yield case("two small batches add up", [[3, 3]], [1, 2], 1.0, "interim")
    yield case("a large last batch after the opposite", [[-3, 5]], [1, 2], 0.0, "interim")
    yield case("the first look has its own n", [[5, -5]], [1, 2], 1.0, "interim")
    yield case("the second look has its own n", [[0, 6, -6]], [2], 1.0, "interim")
    yield case("a look too early for its sum", [[3, 2]], [1, 2], 0.0, "interim")
    yield case("a batch without a look counts later", [[4.5, 4.5]], [2], 1.0, "interim")
    yield case("the only look is the second", [[3, 2]], [2], 0.0, "interim")
    yield case("an alarm strong enough for any n", [[6, -6]], [1, 2], 1.0, "alarm")
    yield case("nobody saw the alarm", [[5, -5, 0]], [2, 3], 0.0, "alarm")
    yield case("nothing comes in", [[0, 0]], [1, 2], 0.0, "alarm")
    yield case("everybody crosses", [[5, 0], [-5, 0]], [1], 1.0, "alarm")
    yield case("no sum of two is above 0", [[0, -9], [0, 1]], [2], 0.5, "alarm")
    yield case("one value per batch", [[2.5], [1.5], [3]], [1], 2 / 3, "interim", batch_n=1)
    yield case("another sigma", [[25, 0], [30, 30]], [1, 2], 0.5, "interim", sigma=7.0)
    yield case("alpha is 0.2", [[3], [2]], [1], 0.5, "alarm", alpha=0.2)
    yield case("between the one-sided limit and the right one", [[3.6]], [1], 0.0, "alarm")
    yield case("three looks, each at the full alpha", [[4.5, 0, 0]], [1, 2, 3], 1.0, "alarm")

    some = [[1, 2], [3, 4]]
    yield case("no looks", some, [], ValueError, "looks")
    yield case("a look named twice", some, [2, 1, 2], ValueError, "looks")
    yield case("look 0", some, [0, 1], ValueError, "looks")
    yield case("a look that counts from the end", some, [-1], ValueError, "looks")
    yield case("a look after the end", some, [1, 3], ValueError, "looks")
    yield case("no experiments", np.zeros((0, 2)), [1], ValueError, "bad_program")
    yield case("empty batches", some, [1], ValueError, "bad_program", batch_n=0)
    yield case("a negative batch", some, [1], ValueError, "bad_program", batch_n=-4)
    yield case("sigma of a program is 0", some, [1], ValueError, "bad_program", sigma=0.0)
    yield case("sigma of a program is negative", some, [1], ValueError, "bad_program", sigma=-1.0)
    yield case("alpha of a program is 0", some, [1], ValueError, "invalid", alpha=0.0)
    yield case("alpha of a program is 1", some, [1], ValueError, "invalid", alpha=1.0)
    yield case("alpha of a program is 5", some, [1], ValueError, "invalid", alpha=5.0)


def best_alpha_by_hand():
    def case(name, effect_z, prior_null, cost_fp, cost_fn, alphas, expected, rule):
        if isinstance(expected, tuple):
            expected = dict(zip(("alpha", "expected_cost"), expected))
        return Case(
            name,
            {
                "effect_z": effect_z,
                "prior_null": prior_null,
                "cost_fp": cost_fp,
                "cost_fn": cost_fn,
                "alphas": np.array(alphas, float),
            },
            rule=rule,
            expected={} if expected is None else {"best_alpha": expected},
            answers=["best_alpha"],
        )

    yield case(
        "false alarms cost ten times", 2.8, 0.9, 10.0, 1.0, LEVELS, (0.001, 0.07041807), "cost"
    )
    yield case("misses cost ten times", 2.8, 0.9, 1.0, 10.0, LEVELS, (0.1, 0.15445069), "cost")
    yield case(
        "... and four ideas in ten work", 2.8, 0.6, 1.0, 10.0, LEVELS, (0.2, 0.22037118), "cost"
    )
    yield case("both cost the same", 2.8, 0.5, 1.0, 1.0, LEVELS, None, "cost")
    # With effect_z = z_0.95 and alpha = 0.05 the moved curve is cut in half: a miss has 1/2.
    yield case("a miss is a coin flip", Z_95, 0.6, 2.0, 4.0, [0.05], (0.05, 0.86), "cost")
    # At effect_z = 0 a miss has the probability 1 − a, so the cost is a straight line in a.
    yield case("no effect, misses dear", 0.0, 0.5, 1.0, 3.0, [0.4, 0.1, 0.2], (0.4, 1.1), "cost")
    yield case(
        "no effect, false alarms dear", 0.0, 0.5, 3.0, 1.0, [0.4, 0.1, 0.2], (0.1, 0.6), "cost"
    )
    yield case("a tie", 0.0, 0.5, 2.0, 2.0, [0.2, 0.1, 0.3], (0.1, 1.0), "cheapest")
    yield case("zero costs", 1.0, 0.5, 0.0, 0.0, [0.2, 0.01, 0.05], (0.01, 0.0), "cheapest")
    yield case("all nulls are true", 2.0, 1.0, 4.0, 9.0, [0.2, 0.05, 0.1], (0.05, 0.2), "cheapest")
    yield case(
        "all nulls are true and false alarms free",
        2.0, 1.0, 0.0, 9.0, [0.2, 0.05, 0.1], (0.05, 0.0), "cheapest",
    )  # fmt: skip
    yield case("every idea works", 0.0, 0.0, 5.0, 2.0, [0.2, 0.05, 0.1], (0.2, 1.6), "cheapest")
    yield case("every idea works, misses free", 1.0, 0.0, 5.0, 0.0, [0.2, 0.1], (0.1, 0.0), "cost")
    yield case(
        "misses cost next to nothing", 1.0, 0.0, 1.0, 1e-13, [0.2, 0.1], (0.1, 0.0), "cheapest"
    )
    yield case("hardly any miss at all", 14.0, 0.0, 1.0, 1.0, [0.2, 0.1], (0.1, 0.0), "cheapest")
    yield case("two costs differ by 1e-10", 0.0, 0.0, 1.0, 1e-9, [0.2, 0.1], (0.2, 0.0), "cheapest")
    yield case("a level that comes twice", 0.0, 0.5, 1.0, 3.0, [0.4, 0.4], (0.4, 1.1), "cheapest")
    yield case("an effect the wrong way", -1.0, 0.5, 1.0, 1.0, LEVELS, None, "cost")

    for name, prior_null, cost_fp, cost_fn, alphas in [
        ("no levels", 0.5, 1.0, 1.0, []),
        ("a level of 0", 0.5, 1.0, 1.0, [0.05, 0.0]),
        ("a level of 1", 0.5, 1.0, 1.0, [1.0, 0.05]),
        ("a level in percent", 0.5, 1.0, 1.0, [0.5, 5.0]),
        ("a negative level", 0.5, 1.0, 1.0, [-0.05]),
        ("prior_null is negative", -0.1, 1.0, 1.0, [0.05]),
        ("prior_null is above 1", 1.5, 1.0, 1.0, [0.05]),
        ("a negative price of false alarms", 0.5, -1.0, 1.0, [0.05]),
        ("a negative price of misses", 0.5, 1.0, -1.0, [0.05]),
    ]:
        yield case(name, 2.0, prior_null, cost_fp, cost_fn, alphas, ValueError, "bad_costs")


# --- random -------------------------------------------------------------------------------------


def draw_rates(rng):
    alpha = rng.choice([0.01, 0.05, 0.05, 0.1, 0.2])
    grid = [alpha, alpha, 0.0, 1.0, 0.01, 0.04, 0.06, 0.3, NAN]
    n = rng.randint(0, 20)
    share = rng.choice([0.0, 0.5, 0.6, 0.6, 1.0])
    return {
        "p_values": np.array([on_grid(rng, grid, lambda: round(rng.random() ** 3, 3)) for _ in range(n)]),
        "is_null": np.array([rng.random() < share for _ in range(n)], bool),
        "alpha": alpha,
    }  # fmt: skip


def draw_design(rng):
    sigma = rng.choice([0.5, 1.0, 2.0, 10.0])
    sizes = [1, 2, 5, 20, 100, 500, 1000, 4000]
    return {
        "effect": round(sigma * rng.choice([0.0, 0.05, 0.1, 0.3, 1.0]) * rng.choice([-1, 1]), 3),
        "sigma": sigma,
        "n1": rng.choice(sizes),
        "n2": rng.choice(sizes),
        "alpha": rng.choice([0.001, 0.01, 0.05, 0.05, 0.1, 0.5]),
        "alternative": rng.choice(["greater", "less", "two-sided", "two-sided"]),
    }


def draw_program(rng):
    rows, batches = rng.randint(1, 12), rng.randint(1, 6)
    batch_n, sigma = rng.choice([1, 4, 25, 100]), rng.choice([0.5, 1.0, 3.0])
    spread = sigma * batch_n**0.5
    return {
        "batch_sums": np.array(
            [[round(rng.gauss(0, spread), 2) for _ in range(batches)] for _ in range(rows)]
        ),
        "batch_n": batch_n,
        "sigma": sigma,
        "alpha": rng.choice([0.05, 0.1, 0.2, 0.3]),
        "looks": rng.sample(range(1, batches + 1), rng.randint(1, batches)),
    }


def draw_prices(rng):
    return {
        "effect_z": rng.choice([0.0, 0.5, 1.0, 2.0, 2.8, 4.0]),
        "prior_null": rng.choice([0.0, 0.1, 0.5, 0.6, 0.9, 0.9, 1.0]),
        "cost_fp": rng.choice([0.0, 1.0, 1.0, 2.0, 10.0, 50.0]),
        "cost_fn": rng.choice([0.0, 1.0, 1.0, 2.0, 10.0, 50.0]),
        "alphas": np.array([rng.choice([*LEVELS, 0.02, 0.3, 0.5]) for _ in range(rng.randint(1, 7))]),
    }  # fmt: skip


DRAWN = {
    "error_rates": draw_rates,
    "power_two_sample": draw_design,
    "peeking_error_rate": draw_program,
    "best_alpha": draw_prices,
}
