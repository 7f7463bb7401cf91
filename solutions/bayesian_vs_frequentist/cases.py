"""Inputs for bayesian_vs_frequentist: small ones worked out by hand, then random ones.

Whole numbers everywhere, so nothing is compared near a threshold; only the ranks of sellers rest on
a rounding, and `valid` keeps the shrunk rates away from its edges.
"""

from fractions import Fraction
from math import asin, erfc, factorial, pi, sin, sqrt
from statistics import NormalDist

from grader.authoring import Case

VISITORS, LARGEST_PRIOR = 200_000, 2000


def cases(rng):
    yield from posteriors_by_hand()
    yield from tests_by_hand()
    yield from chances_by_hand()
    yield from sellers_by_hand()
    for draw, answer, count in (
        (random_posterior, "beta_posterior", 12),
        (random_test, "frequentist_compare", 12),
        (random_chance, "prob_b_beats_a", 14),
        (random_sellers, "rank_sellers", 18),
    ):
        for number in range(1, count + 1):
            inputs = draw(rng)
            while valid(inputs):
                inputs = draw(rng)
            yield Case(f"random {answer} {number}", inputs, answers=[answer])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "sellers" in inputs:
        return sellers_allowed(inputs["sellers"])
    counts = [value for name, value in inputs.items() if name[:2] in ("su", "tr", "s_", "n_")]
    if max(map(abs, counts)) > VISITORS:
        return "An arm has at most 200,000 visitors."
    priors = [inputs[name] for name in ("prior_a", "prior_b") if name in inputs]
    if any(not (0.5 <= prior <= LARGEST_PRIOR or -9 <= prior <= 0) for prior in priors):
        return "The numbers of an allowed prior lie from 0.5 to 2,000."
    level = inputs.get("level", 0.5)
    if not (0.01 <= level <= 0.999 or -9 <= level <= 0 or 1 <= level <= 100):
        return "A level that is allowed lies from 0.01 to 0.999."
    return None


def sellers_allowed(rows):
    if any(not 0 <= positive <= orders for _, orders, positive in rows):
        return "0 <= positive <= orders"
    total = sum(orders for _, orders, _ in rows)
    mu = Fraction(sum(positive for *_, positive in rows), total) if total else Fraction(1, 2)
    for _, orders, positive in rows:
        billionths = 10**9 * (positive + 50 * mu) / (orders + 50)
        if abs(billionths % 1 - Fraction(1, 2)) < Fraction(1, 1000):
            return "No shrunk rate is at the edge of a rounding to 9 decimals."
    return None


# --- beta_posterior ------------------------------------------------------------------------------


def posteriors_by_hand():
    def case(name, successes, trials, prior_a, prior_b, level, expected=None, rule="update"):
        if isinstance(expected, tuple):
            expected = dict(zip(("alpha", "beta", "mean", "low", "high"), expected, strict=True))
        return Case(
            name,
            {
                "successes": successes,
                "trials": trials,
                "prior_a": float(prior_a),
                "prior_b": float(prior_b),
                "level": level,
            },
            rule=rule,
            expected={} if expected is None else {"beta_posterior": expected},
            answers=["beta_posterior"],
        )

    # The distribution function of Beta(a, 1) is x^a, that of Beta(1, b) is 1 - (1 - x)^b.
    def power(a, level):
        return a, 1, a / (a + 1), ((1 - level) / 2) ** (1 / a), ((1 + level) / 2) ** (1 / a)

    def mirrored(b, level):
        _, _, mean, low, high = power(b, level)
        return 1, b, 1 - mean, 1 - high, 1 - low

    yield case("flat prior, two of two", 2, 2, 1, 1, 0.5, power(3, 0.5))
    yield case("flat prior, none of five", 0, 5, 1, 1, 0.9, mirrored(6, 0.9), "interval")
    yield case("one of two", 1, 2, 1, 1, 0.5, rule="mean")
    yield case("no trials: the flat prior", 0, 0, 1, 1, 0.9, (1, 1, 0.5, 0.05, 0.95))
    yield case("no trials: an asymmetric prior", 0, 0, 2, 1, 0.5, power(2, 0.5))
    yield case("no trials: the prior counts failures", 0, 0, 1, 4, 0.8, mirrored(4, 0.8))
    yield case("a prior of four successes", 2, 2, 4, 1, 0.5, power(6, 0.5))
    yield case("a prior of four failures", 0, 2, 1, 4, 0.5, mirrored(6, 0.5))
    # The distribution function of Beta(1/2, 1/2) is 2/pi asin(sqrt(x)).
    edge = sin(pi / 8) ** 2
    assert abs(2 / pi * asin(sqrt(edge)) - 0.25) < 1e-12
    yield case("a prior of halves", 0, 0, 0.5, 0.5, 0.5, (0.5, 0.5, 0.5, edge, 1 - edge))
    yield case("halves, and three failures", 0, 3, 0.5, 0.5, 0.95, rule="interval")
    yield case("the level is not always 95%", 3, 8, 1, 1, 0.99, rule="interval")
    yield case("18 of 100, and a strong prior", 18, 100, 120, 880, 0.95)
    yield case("the seller with 2 of 2", 2, 2, 46.5, 3.5, 0.95)
    yield case("many trials", 5_000, 100_000, 1, 1, 0.95)

    def bad(name, successes=1, trials=2, prior_a=1, prior_b=1, level=0.9):
        name = f"posterior: {name}"
        return case(name, successes, trials, prior_a, prior_b, level, ValueError, "bad_counts")

    yield bad("more successes than trials", successes=3)
    yield bad("fewer than no successes", successes=-1)
    yield bad("fewer than no trials", successes=0, trials=-1)
    yield bad("a prior of no successes", prior_a=0)
    yield bad("a prior of no failures", prior_b=0)
    yield bad("a prior below 0 that the data outweigh", successes=2, prior_a=-0.5)
    yield bad("the same for failures", successes=0, prior_b=-0.5)
    yield bad("level 0", level=0.0)
    yield bad("level 1", level=1.0)
    yield bad("a level in percent", level=95.0)


# --- frequentist_compare -------------------------------------------------------------------------


def tests_by_hand():
    def case(name, s_a, n_a, s_b, n_b, level=0.95, expected=None, rule="test"):
        if isinstance(expected, tuple):
            names = ("diff", "z", "p_value", "ci_low", "ci_high")
            expected = dict(zip(names, expected, strict=True))
        return Case(
            name,
            {"s_a": s_a, "n_a": n_a, "s_b": s_b, "n_b": n_b, "level": level},
            rule=rule,
            expected={} if expected is None else {"frequentist_compare": expected},
            answers=["frequentist_compare"],
        )

    def by_hand(diff, z, se, level=0.95):
        half = NormalDist().inv_cdf((1 + level) / 2) * se
        return diff, z, erfc(abs(z) / sqrt(2)), diff - half, diff + half

    # Pooled 3/4, so the variance under the null is 3/16 * (1/4 + 1/4); A's own is 1/4 / 4, B's is 0.
    yield case("2 of 4 against 4 of 4", 2, 4, 4, 4, 0.5, by_hand(0.5, sqrt(8 / 3), 0.25, 0.5))
    yield case("the same, turned round", 4, 4, 2, 4, 0.5, by_hand(-0.5, -sqrt(8 / 3), 0.25, 0.5))
    # Pooled 6/15, while the average of 1/3 and 5/12 is 3/8. 6/25 * (1/3 + 1/12) = 1/10.
    yield case(
        "arms of unequal size",
        1,
        3,
        5,
        12,
        0.95,
        by_hand(1 / 12, sqrt(10) / 12, sqrt(2 / 27 + 35 / 1728)),
    )
    yield case(
        "an interval that goes beyond 1",
        1,
        2,
        2,
        2,
        0.95,
        by_hand(0.5, sqrt(4 / 3), sqrt(1 / 8)),
        "wald",
    )
    yield case("z-test, 120 of 1,000 against 145 of 1,000", 120, 1000, 145, 1000)
    yield case("z-test, 12 of 100 against 18 of 100", 12, 100, 18, 100)
    yield case("B is worse", 18, 100, 12, 100, 0.9)
    yield case("z-test, identical arms", 12, 100, 12, 100, 0.9, rule="test")
    yield case(
        "z-test, none of 5 against 5 of 5", 0, 5, 5, 5, 0.95, by_hand(1, sqrt(10), 0), "wald"
    )
    yield case("5 of 5 against none of 3", 5, 5, 0, 3, 0.95, by_hand(-1, -sqrt(8), 0), "wald")
    nothing = (0, 0, 1, 0, 0)
    yield case("nobody bought", 0, 3, 0, 5, 0.95, nothing, "one_outcome")
    yield case("everybody bought", 3, 3, 5, 5, 0.95, nothing, "one_outcome")
    yield case("one visitor each, both bought", 1, 1, 1, 1, 0.95, nothing, "one_outcome")
    yield case("z-test, the level is not always 95%", 20, 60, 30, 70, 0.8, rule="wald")
    yield case("z-test, 100,000 per arm", 5_000, 100_000, 5_150, 100_000)

    def bad(name, s_a=1, n_a=2, s_b=1, n_b=2, level=0.9):
        return case(f"test: {name}", s_a, n_a, s_b, n_b, level, ValueError, "bad_arms")

    yield bad("nobody saw A", s_a=0, n_a=0)
    yield bad("nobody saw B", s_b=0, n_b=0)
    # One too many of a hundred: no root of a negative number gives it away.
    yield bad("more buyers than visitors of A", s_a=101, n_a=100)
    yield bad("more buyers than visitors of B", s_b=101, n_b=100)
    yield bad("fewer than no buyers of A", s_a=-1, n_a=100)
    yield bad("fewer than no buyers of B", s_b=-1, n_b=100)
    yield bad("level 0", level=0.0)
    yield bad("level 1", level=1.0)
    yield bad("a level in percent", level=95.0)


# --- prob_b_beats_a ------------------------------------------------------------------------------


def chances_by_hand():
    def case(name, s_a, n_a, s_b, n_b, prior=(1, 1), expected=None, rule="losses"):
        if isinstance(expected, tuple):
            names = ("prob_b_better", "loss_if_a", "loss_if_b")
            expected = dict(zip(names, expected, strict=True))
        counts = {"s_a": s_a, "n_a": n_a, "s_b": s_b, "n_b": n_b}
        return Case(
            name,
            {**counts, "prior_a": float(prior[0]), "prior_b": float(prior[1])},
            rule=rule,
            expected={} if expected is None else {"prob_b_beats_a": expected},
            answers=["prob_b_beats_a"],
        )

    flat = (1, 1)
    yield case("no data, flat prior", 0, 0, 0, 0, flat, (1 / 2, 1 / 6, 1 / 6), "posteriors")
    # Beta(3, 1) is the largest of three uniform numbers, and the larger of two such of six.
    largest = 6 / 7 - 3 / 4
    yield case("no data, Beta(3, 1)", 0, 0, 0, 0, (3, 1), (1 / 2, largest, largest), "posteriors")
    # A is the smaller and B the larger of two: A is above B in 2! 2! / 4! of all orders.
    yield case("none of 1 against 1 of 1", 0, 1, 1, 1, flat, (5 / 6, 11 / 30, 1 / 30))
    yield case("1 of 1 against none of 1", 1, 1, 0, 1, flat, (1 / 6, 1 / 30, 11 / 30))
    # The same with six. E[max(p_A - p_B, 0)] = 6/7 * integral of (1 - x)^5 x^7.
    risk = 6 / 7 * factorial(7) * factorial(5) / factorial(13)
    yield case("none of 5 against 5 of 5", 0, 5, 5, 5, flat, (923 / 924, 5 / 7 + risk, risk))
    yield case("5 of 5 against none of 5", 5, 5, 0, 5, flat, (1 / 924, risk, 5 / 7 + risk))
    yield case("B has no visitors yet", 1, 1, 0, 0, flat, (1 / 3, 1 / 12, 1 / 4), "posteriors")
    yield case("A has no visitors yet", 0, 0, 1, 1, flat, (2 / 3, 1 / 4, 1 / 12), "posteriors")

    # Against a uniform A everything follows from the first two moments of B, and the reverse.
    mean = Fraction(5_001, 100_002)
    square = mean * Fraction(5_002, 100_003)
    won, lost = float(square / 2), float((1 - 2 * mean + square) / 2)
    wide = (float(mean), won, lost)
    yield case("no visitors against 100,000", 0, 0, 5_000, 100_000, flat, wide, "exact")
    turned = (1 - float(mean), lost, won)
    yield case("100,000 against no visitors", 5_000, 100_000, 0, 0, flat, turned, "exact")

    yield case("identical arms", 12, 100, 12, 100)
    yield case("120 of 1,000 against 145 of 1,000", 120, 1000, 145, 1000)
    yield case("12 of 100 against 18 of 100, flat prior", 12, 100, 18, 100)
    strong = (120, 880)
    yield case("12 of 100 against 18 of 100, strong prior", 12, 100, 18, 100, strong, None, "prior")
    yield case("the same prior, other way round", 12, 100, 18, 100, (880, 120), None, "prior")
    yield case("a prior of halves, obvious winner", 0, 5, 5, 5, (0.5, 0.5))
    yield case("a prior that is not whole", 3, 20, 1, 30, (0.5, 7.25))
    yield case("100,000 per arm", 5_000, 100_000, 5_100, 100_000, flat, None, "exact")
    yield case("100,000 per arm, identical", 5_000, 100_000, 5_000, 100_000, flat, None, "exact")
    yield case("100 against 100,000", 6, 100, 5_000, 100_000, flat, None, "exact")
    yield case("100,000 against 100", 5_000, 100_000, 6, 100, flat, None, "exact")

    def bad(name, s_a=1, n_a=2, s_b=1, n_b=3, prior=(1, 1)):
        return case(f"chance: {name}", s_a, n_a, s_b, n_b, prior, ValueError, "bad_input")

    yield bad("more buyers than visitors of A", s_a=3)
    yield bad("more buyers than visitors of B", s_b=4)
    yield bad("fewer than no buyers of A", s_a=-1, prior=(2, 1))
    yield bad("fewer than no buyers of B, the wider one", s_a=50, n_a=100, s_b=-1, prior=(2, 1))
    yield bad("a prior of no successes", prior=(0, 1))
    yield bad("a prior of no failures", prior=(1, 0))
    yield bad("a prior below 0", prior=(1, -0.5))


# --- rank_sellers --------------------------------------------------------------------------------


def sellers_by_hand():
    def case(name, rows, expected=None, rule="rates"):
        return Case(
            name,
            {"sellers": rows},
            rule=rule,
            expected={} if expected is None else {"rank_sellers": expected},
            answers=["rank_sellers"],
        )

    yield case(
        "worked example: four sellers",
        # 465 of 500 in all: mu = 0.93, so 46.5 positive orders of 50 are added
        [("S1", 2, 2), ("S2", 400, 380), ("S3", 98, 83), ("S4", 0, 0)],
        [
            ("S2", 400, 0.95, 426.5 / 450, 1),
            ("S1", 2, 1.0, 48.5 / 52, 2),
            ("S4", 0, None, 0.93, 3),
            ("S3", 98, 83 / 98, 129.5 / 148, 4),
        ],
    )
    yield case("no sellers", [], [], "rank")
    yield case("one seller", [("S1", 10, 7)], [("S1", 10, 0.7, 0.7, 1)])
    yield case("one new seller", [("S1", 0, 0)], [("S1", 0, None, 0.5, 1)], "mu")
    yield case(
        "nobody has any orders",
        [("S2", 0, 0), ("S10", 0, 0), ("S1", 0, 0)],
        [("S1", 0, None, 0.5, 1), ("S10", 0, None, 0.5, 2), ("S2", 0, None, 0.5, 3)],
        "mu",
    )
    yield case(
        "nothing was liked",
        [("S1", 10, 0), ("S2", 0, 0), ("S3", 30, 0)],
        [("S3", 30, 0.0, 0.0, 1), ("S1", 10, 0.0, 0.0, 2), ("S2", 0, None, 0.0, 3)],
        "mu",
    )
    yield case(
        "a small seller does not weigh as much as a large one",
        # mu = 90 / 150; the average of the two rates is 0.75
        [("S1", 50, 40), ("S2", 100, 50)],
        [("S1", 50, 0.8, 70 / 100, 1), ("S2", 100, 0.5, 80 / 150, 2)],
        "mu",
    )
    yield case(
        "equal rates: more orders first",
        [("S1", 10, 9), ("S2", 70, 63), ("S3", 30, 27), ("S4", 0, 0), ("S5", 110, 99)],
        [
            ("S5", 110, 0.9, 0.9, 1),
            ("S2", 70, 0.9, 0.9, 2),
            ("S3", 30, 0.9, 0.9, 3),
            ("S1", 10, 0.9, 0.9, 4),
            ("S4", 0, None, 0.9, 5),
        ],
        "rank",
    )
    yield case(
        "equal in everything: by id, as text",
        [("S9", 20, 12), ("S10", 20, 12), ("S8", 20, 18)],
        [("S8", 20, 0.9, 53 / 70, 1), ("S10", 20, 0.6, 47 / 70, 2), ("S9", 20, 0.6, 47 / 70, 3)],
        "rank",
    )
    tiny = 10**10
    yield case(
        "a difference in the tenth decimal is none",
        [("S1", tiny, tiny // 2 + 1), ("S2", 2 * tiny, tiny)],
        [("S2", 2 * tiny, 0.5, 0.5, 1), ("S1", tiny, 0.5 + 1e-10, 0.5, 2)],
        "rank",
    )
    yield case(
        "a difference in the eighth decimal counts",
        [("S1", 10**8, 10**8 // 2 + 2), ("S2", 2 * 10**8, 10**8)],
        [("S1", 10**8, 0.50000002, 0.50000002, 1), ("S2", 2 * 10**8, 0.5, 0.5, 2)],
        "rank",
    )
    yield case(
        "few orders, all liked, and many, nearly all liked",
        [("S1", 3, 3), ("S2", 1000, 990), ("S3", 1000, 800)],
        rule="rank",
    )


# --- at random -----------------------------------------------------------------------------------


def random_prior(rng):
    return rng.choice(
        [(1, 1), (1, 1), (0.5, 0.5), (2, 5), (7.5, 1), (30, 70), (120, 880), (0.5, 20.25)]
    )


def arm(rng, sizes):
    n = rng.choice(sizes)
    rate = rng.choice([0.0, 0.05, 0.05, 0.12, 0.5, 1.0])
    return round(n * rate * rng.uniform(0.8, 1)), n


def random_posterior(rng):
    successes, trials = arm(rng, [0, 1, 3, 10, 40, 500, 20_000])
    prior_a, prior_b = map(float, random_prior(rng))
    level = rng.choice([0.5, 0.8, 0.9, 0.95, 0.99])
    return {
        "successes": successes,
        "trials": trials,
        "prior_a": prior_a,
        "prior_b": prior_b,
        "level": level,
    }


def random_test(rng):
    sizes = [1, 2, 5, 20, 100, 1000, 50_000]
    (s_a, n_a), (s_b, n_b) = arm(rng, sizes), arm(rng, sizes)
    return {"s_a": s_a, "n_a": n_a, "s_b": s_b, "n_b": n_b, "level": rng.choice([0.5, 0.9, 0.95])}


def random_chance(rng):
    sizes = [0, 1, 2, 5, 20, 100, 1000, 1000, 20_000, 100_000]
    (s_a, n_a), (s_b, n_b) = arm(rng, sizes), arm(rng, sizes)
    if rng.random() < 0.6:  # arms that are close
        n_b = n_a
        s_b = min(n_b, max(0, s_a + rng.randint(-2, 3) * (1 + round(s_a**0.5) // 2)))
    prior_a, prior_b = map(float, random_prior(rng))
    counts = {"s_a": s_a, "n_a": n_a, "s_b": s_b, "n_b": n_b}
    return {**counts, "prior_a": prior_a, "prior_b": prior_b}


def random_sellers(rng):
    rows = []
    for number in rng.sample(range(1, 200), rng.choice([2, 3, 5, 8, 15, 25])):
        if rows and rng.random() < 0.3:  # the same numbers as another seller, or twice as many
            _, orders, positive = rng.choice(rows)
            times = rng.choice([1, 1, 2])
            rows.append((f"S{number}", times * orders, times * positive))
            continue
        orders = rng.choice([0, 1, 2, 5, 10, 40, 50, 100, 400, rng.randint(1, 2000)])
        share = rng.choice([0.0, 0.8, 0.9, 0.95, 1.0])
        rows.append((f"S{number}", orders, round(share * orders)))
    return {"sellers": rows}
