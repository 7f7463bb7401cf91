"""Inputs for seller_pricing_experiment: one small case per trap, then random ones."""

from math import log
from statistics import fmean, variance

import numpy as np

from grader.authoring import Case, with_repeats

LIMIT = 2_000.0  # of a utility in `expected_revenue`
MODEST = 50.0  # and in `seller_test_bias`, whose results are differences


def cases(rng):
    yield from revenue_by_hand()
    yield from bias_by_hand()
    yield from switchback_by_hand()
    yield from leakage_by_hand()
    for n in range(1, 11):
        yield Case(f"random market {n}", random_market(rng), answers=["expected_revenue"])
    for n in range(1, 13):
        yield Case(f"random test {n}", random_test(rng), answers=["seller_test_bias"])
    for n in range(1, 17):
        yield Case(f"random hours {n}", random_hours(rng), answers=["switchback_effect"])
    for n in range(1, 17):
        yield Case(f"random clusterings {n}", random_clusterings(rng), answers=["cluster_leakage"])


# --- the contract -------------------------------------------------------------------------------


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "prices" in inputs:
        return valid_market([inputs["prices"]], inputs, LIMIT)
    if "assignments" in inputs:
        if not np.isin(inputs["assignments"], (0, 1)).all():
            return "Entries of assignments are 0 or 1."
        return valid_market([inputs["price_old"], inputs["price_new"]], inputs, MODEST)
    if "burn_in" in inputs:
        if any(not 0 <= row[1] <= 10_000 or abs(row[3]) > 1e6 for row in inputs["df"]):
            return "Hours run from 0 to 10,000, and no revenue is beyond a million."
        return None if inputs["burn_in"] <= 10_000 else "burn_in is 10,000 at most."
    return valid_clusterings(inputs.get("coviews", []), inputs.get("clusters", []))


def valid_market(price_lists, inputs, limit):
    quality, beta, buyers = inputs["quality"], inputs["beta"], inputs["buyers"]
    if buyers > 10_000 or beta > 10 or any(np.abs(p).max(initial=0) > 1_000 for p in price_lists):
        return "At most 10,000 buyers, a beta of 10 and prices of 1,000."
    if np.abs(quality).max(initial=0) > 2 * limit:
        return "The qualities are smaller."
    same_length = [p for p in price_lists if len(p) == len(quality)]
    utilities = [np.abs(quality - beta * p).max(initial=0) for p in same_length]
    return None if max(utilities, default=0) <= limit else "The utilities are smaller."


def valid_clusterings(coviews, clusters):
    if len({row[:2] for row in clusters}) < len(clusters):
        return "clusters has one row for a clustering and a product."
    if any(sessions < 0 for *_, sessions in coviews):
        return "sessions is 0 or more."
    return None


# --- by hand ------------------------------------------------------------------------------------


def revenue_by_hand():
    def case(name, prices, quality, beta, buyers, expected, rule="share"):
        if isinstance(expected, list):
            expected = [float(revenue) for revenue in expected]
        return Case(
            name,
            {"prices": prices, "quality": quality, "beta": beta, "buyers": buyers},
            rule=rule,
            expected={"expected_revenue": expected} if expected else {},
            answers=["expected_revenue"],
        )

    two = log(2)
    yield case("two sellers and nothing: a third each", [3, 3], [1.5, 1.5], 0.5, 60, [60, 60])
    yield case("one seller, half of the buyers walk away", [5], [1], 0.2, 100, [250])
    yield case("the lower price weighs twice", [2, 3], [3 * two, 3 * two], two, 60, [60, 45])
    yield case("equal utilities at different prices", [10, 20], [2, 4], 0.2, 300, [1000, 2000])
    yield case("the better seller weighs three times", [4, 4], [2, 2 + log(3)], 0.5, 10, [8, 24])
    yield case("utility 1500 and -1500", [10, 10], [1502, -1498], 0.2, 100, [1000, 0], "stable")
    yield case("everybody at 1500", [10, 30], [1510, 1530], 1, 100, [500, 1500], "stable")
    yield case("everybody at -1500", [10, 30], [-1490, -1470], 1, 100, [0, 0], "stable")
    yield case("2000 and 2000 less ln 3", [1, 2], [2001, 2002 - log(3)], 1, 8, [6, 4], "stable")
    yield case("far below the outside option", [1, 1], [-2, -39], 1, 1e4, None, "stable")
    yield case("no buyers", [10, 20], [2, 4], 0.2, 0, [0, 0], "bad_market")
    yield case("thirty cents and three buyers", [0.3], [0.3 * 2 + two], 2, 3, [0.6])
    bad = "bad_market"
    yield case("no sellers", [], [], 1, 10, ValueError, bad)
    yield case("a price too many", [1, 2], [1], 1, 10, ValueError, bad)
    yield case("a quality too many", [1], [1, 2], 1, 10, ValueError, bad)
    yield case("a price of 0", [1, 0], [1, 1], 1, 10, ValueError, bad)
    yield case("a negative price", [-1, 1], [1, 1], 1, 10, ValueError, bad)
    yield case("beta 0", [1, 1], [1, 1], 0, 10, ValueError, bad)
    yield case("a negative beta", [1, 1], [1, 1], -1, 10, ValueError, bad)
    yield case("fewer than no buyers", [1, 1], [1, 1], 1, -1, ValueError, bad)


def bias_by_hand():
    two = log(2)  # as beta: a price lower by 1 doubles the weight of a seller

    def case(name, old, new, assignments, expected=None, rule="naive", **other):
        inputs = {
            "price_old": old,
            "price_new": new,
            "quality": [two * price for price in old],  # everybody weighs 1 at the old price
            "beta": two,
            "buyers": 60,
            "assignments": np.array(assignments),
        }
        if isinstance(expected, tuple):
            expected = dict(zip(("gte", "naive", "bias"), map(float, expected), strict=True))
        return Case(
            name,
            inputs | other,
            rule=rule,
            expected={} if expected is None else {"seller_test_bias": expected},
            answers=["seller_test_bias"],
        )

    pair = [3, 3], [2, 2]
    # Old: 20 buyers each. New: 24 each. Mixed: 30 at 2, and 15 at 3.
    yield case("two sellers, the example of the lesson", *pair, [[1, 0]], (-12, 15, 27))
    yield case("both draws of two sellers", *pair, [[1, 0], [0, 1]], (-12, 15, 27))
    yield case("nothing changes", [3, 3], [3, 3], [[1, 0]], (0, 0, 0))
    yield case("a test without buyers", *pair, [[1, 0]], (0, 0, 0), buyers=0)
    # All at 4: weights 1/2, 15 buyers each. Mixed: 1/2 and 1 of 2.5, so 12 buyers and 24.
    yield case("a price rise", [3, 3], [4, 4], [[0, 1]], (0, -24, -24))
    # Old: 15 each at 3; new: weight 2 of 7, 120/7 each at 2. Mixed: one weighs 2 of 5, two weigh 1.
    yield case("one of three", [3] * 3, [2] * 3, [[0, 1, 0]], (240 / 7 - 45, 12, 57 - 240 / 7))
    # Two treated: 2 of 6 each, 20 buyers at 2; the third has 10 at 3.
    yield case(
        "draws with one and with two of three",
        [3] * 3,
        [2] * 3,
        [[0, 1, 0], [1, 0, 1]],
        (240 / 7 - 45, 11, 56 - 240 / 7),
    )
    yield case("unequal sellers", [2, 5, 9], [3, 4, 8], [[1, 0, 0], [0, 1, 1], [1, 1, 0]])
    yield case("only one seller has a new price", [3, 6], [2, 6], [[1, 0], [0, 1]])
    yield case("the same draw twice and another", [3, 8], [2, 4], [[1, 0], [1, 0], [0, 1]])
    many = np.arange(30) % 2
    yield case("thirty sellers", [3] * 30, [2] * 30, [many, 1 - many])
    bad = "bad_test"
    yield case("an old price is missing", [3], [2, 2], [[1, 0]], ValueError, bad, quality=[1, 1])
    yield case("a new price is missing", [3, 3], [2], [[1, 0]], ValueError, bad)
    yield case("a quality is missing", *pair, [[1, 0]], ValueError, bad, quality=[1])
    yield case("assignments too narrow", [3] * 3, [2] * 3, [[1, 0]], ValueError, bad)
    yield case("assignments too wide", *pair, [[1, 0, 1]], ValueError, bad)
    yield case("no draw at all", *pair, np.empty((0, 2), dtype=int), ValueError, bad)
    yield case("nobody is treated in one draw", *pair, [[1, 0], [0, 0]], ValueError, bad)
    yield case("everybody is treated in one draw", *pair, [[1, 0], [1, 1]], ValueError, bad)
    yield case("a single seller", [3], [2], [[1]], ValueError, bad)
    yield case("no seller", [], [], np.empty((1, 0), dtype=int), ValueError, bad)
    yield case("a new price of 0", [3, 3], [2, 0], [[1, 0]], ValueError, bad)
    yield case("an old price of 0", [0, 3], [2, 2], [[1, 0]], ValueError, bad)
    yield case("a test with beta 0", *pair, [[1, 0]], ValueError, bad, beta=0)
    yield case("a test with fewer than no buyers", *pair, [[1, 0]], ValueError, bad, buyers=-60)


def hours(region, first, marks):
    """Rows of a region from the hour `first` on: "C100 T110 - C90", one mark an hour."""
    marks = enumerate(marks.split(), first)
    return [(region, hour, m[0] == "T", float(m[1:])) for hour, m in marks if m != "-"]


# Another region, so that two blocks of each arm are left whatever the trap of a case does. Its blocks
# do not vary: their means are 20 and 26 treated, 10 and 14 untreated, with any burn-in below 4.
ELSEWHERE = hours("W", 0, "C10 C10 C10 C10 T20 T20 T20 T20 C14 C14 C14 C14 T26 T26 T26 T26")


def block_means(treated, control):
    """The result, from the means of the blocks."""
    return {
        "effect": fmean(treated) - fmean(control),
        "se": (variance(treated) / len(treated) + variance(control) / len(control)) ** 0.5,
        "blocks_treated": len(treated),
        "blocks_control": len(control),
    }


def switchback_by_hand():
    def case(name, rows, burn_in, expected, rule="block_means"):
        return Case(
            name,
            {"df": rows, "burn_in": burn_in},
            rule=rule,
            expected={"switchback_effect": expected},
            answers=["switchback_effect"],
        )

    def beside(name, marks, burn_in, treated, control, rule="block_means", first=0):
        """A region N with these hours, and the one elsewhere."""
        expected = block_means([*treated, 20, 26], [*control, 10, 14])
        return case(name, hours("N", first, marks) + ELSEWHERE, burn_in, expected, rule)

    marks = "C100 C104 C102 T106 T112 T114 C108 C104 C102 T110 T115 T117"
    lesson = hours("N", 0, marks)
    by_hand = {"effect": 12, "se": 2.5**0.5, "blocks_treated": 2, "blocks_control": 2}
    yield case("hours: the example of the lesson", lesson, 1, by_hand, "burn_in")
    yield case(
        "the example, burn_in 0", lesson, 0, block_means([332 / 3, 114], [102, 314 / 3]), "burn_in"
    )
    yield beside("blocks of one hour", "C10 T20 C12 T24", 0, [20, 24], [10, 12])
    yield beside("burn_in empties all but the first", "C10 T20 C12 T24", 1, [], [10], "burn_in")
    yield beside("the first block stays whole", "T50 T70 C20 C28", 1, [60], [28], "burn_in")
    yield beside("longer than most blocks", "C10 C20 T40 T44 T48 C9", 2, [48], [15], "burn_in")
    gap = "C10 C10 - C70 C20 T60 T30 - T80 T40"
    yield beside("a gap starts a block, and its burn-in", gap, 1, [30, 40], [10, 20], "blocks", 3)
    yield beside("gaps with burn_in 0", gap, 0, [45, 60], [10, 45], "blocks")
    wide = "C10 - - C20 T60 - - - T40"
    yield beside("gaps of several hours", wide, 0, [60, 40], [10, 20], "blocks")
    yield beside("a gap at a switch", "C10 C20 - T40 T50", 1, [50], [15], "blocks")
    # The regions fit together: N ends at hour 1, S begins at hour 2, with the same treatment.
    joined = hours("N", 0, "T30 C10") + hours("S", 2, "C20 C40 T90") + ELSEWHERE
    means = block_means([30, 90, 20, 26], [10, 30, 10, 14])
    yield case("a region begins where another ends", joined, 0, means, "blocks")
    means = block_means([30, 20, 26], [30, 10, 14])
    yield case("... and has a first block of its own", joined, 1, means, "burn_in")
    same = hours("N", 0, "C10 T30") + hours("S", 0, "C20 T50") + ELSEWHERE
    means = block_means([30, 50, 20, 26], [10, 20, 10, 14])
    yield case("the same hour in several regions", same, 0, means)
    yield beside("long and short blocks count alike", "C9 C9 C9 T40 C30 T50", 0, [40, 50], [9, 30])
    yield beside("three blocks more", "C10 C12 T80 T60 C40 C50", 0, [70], [11, 45])
    yield beside("a loss, below 0", "C10 T-4 C14 T-8", 0, [-4, -8], [10, 14], "treatment")
    still = hours("N", 5, "C1 C1 T3 T3 C1 C1 T3 T3")
    yield case("nothing varies", still, 0, block_means([3, 3], [1, 1]), "block_se")
    bad = "bad_blocks"
    yield case("burn_in empties an arm", hours("N", 0, "C1 T2 C1 C1 T2"), 1, ValueError, bad)
    yield case("a negative burn_in", lesson, -1, ValueError, bad)
    yield case("an hour stands twice", [*lesson, lesson[4]], 0, ValueError, bad)
    twice = [*lesson, ("N", 4, False, 80.0)]
    yield case("an hour stands twice, with other values", twice, 0, ValueError, bad)
    yield case("no rows", [], 0, ValueError, bad)
    yield case("one treated block", hours("N", 0, "C10 T20 C30"), 0, ValueError, bad)
    yield case("one control block", hours("N", 0, "T10 C20 T30"), 0, ValueError, bad)
    yield case("nobody is treated", hours("N", 0, "C10 - C30"), 0, ValueError, bad)
    yield case("everybody is treated", hours("N", 0, "T10 - T30"), 0, ValueError, bad)


def leakage_by_hand():
    def case(name, coviews, clusters, expected=None, rule="leakage"):
        rows = [
            (clustering, product, cluster)
            for clustering, members in clusters.items()
            for product, cluster in members.items()
        ]
        return Case(
            name,
            {"coviews": coviews, "clusters": rows},
            rule=rule,
            expected={} if expected is None else {"cluster_leakage": expected},
            answers=["cluster_leakage"],
        )

    views = [(1, 2, 60), (3, 2, 30), (3, 4, 10)]
    category = {"category": {1: 1, 2: 1, 3: 2, 4: 2}}
    yield case("clusters: the example of the lesson", views, category, [("category", 2, 0.3, 0.5)])
    yield case(
        "everything in one",
        views,
        {"one": dict.fromkeys([1, 2, 3, 4], 7)},
        [("one", 1, 0.0, 1.0)],
    )
    yield case(
        "singletons", views, {"single": {1: 1, 2: 2, 3: 3, 4: 4}}, [("single", 4, 1.0, 0.25)]
    )
    yield case(
        "brand and category",
        views,
        {"brand": {1: 1, 2: 2, 3: 2}} | category,
        [("brand", 2, 2 / 3, 2 / 3), ("category", 2, 0.3, 0.5)],
        "unassigned",
    )
    yield case("one product is unassigned", views, {"b": {1: 1, 2: 2}}, [("b", 2, 1.0, 0.5)])
    yield case(
        "a product paired with itself", [(1, 1, 50), *views], category, [("category", 2, 0.3, 0.5)]
    )
    yield case(
        "only a product paired with itself",
        [(1, 1, 50)],
        category,
        [("category", 2, None, 0.5)],
        "pairs",
    )
    yield case(
        "reversed and repeated pairs",
        [(1, 2, 10), (2, 1, 30), (1, 2, 10), (3, 2, 25), (2, 3, 25)],
        category,
        [("category", 2, 0.5, 0.5)],
        "pairs",
    )
    yield case("no co-views", [], category, [("category", 2, None, 0.5)])
    yield case("a pair with 0 sessions", [(2, 3, 0)], category, [("category", 2, None, 0.5)])
    yield case(
        "0 sessions beside others",
        [(2, 3, 0), (1, 2, 5), (1, 3, 15)],
        category,
        [("category", 2, 0.75, 0.5)],
    )
    yield case("no pair within the clustering", views, {"c": {1: 1, 4: 1}}, [("c", 1, None, 1.0)])
    yield case(
        "one clustering without a pair, one with",
        [(1, 2, 4)],
        {"c": {5: 1, 6: 1, 7: 2}, "d": {1: 1, 2: 1}},
        [("c", 2, None, 2 / 3), ("d", 1, 0.0, 1.0)],
        "unassigned",
    )
    yield case(
        "products nobody looked at",
        [(1, 2, 4)],
        {"c": {1: 1, 2: 2, 3: 2, 4: 2, 5: 3}},
        [("c", 3, 1.0, 0.6)],
        "largest",
    )
    yield case(
        "equal numbers of clusters mean nothing across clusterings",
        [(1, 2, 4)],
        {"c": {1: 1, 2: 2}, "d": {1: 2, 2: 2}},
        [("c", 2, 1.0, 0.5), ("d", 1, 0.0, 1.0)],
        "unassigned",
    )
    yield case("nothing at all", [], {}, [])


# --- at random ----------------------------------------------------------------------------------


def random_market(rng):
    n = rng.choice([1, 2, 3, 5, 8, 30])
    beta = rng.choice([0.05, 0.2, 0.5, 1.0])
    prices = [round(rng.uniform(1, 40), 2) for _ in range(n)]
    spread = rng.choice([1, 3, 3, 1_900])
    quality = [round(beta * price + rng.uniform(-spread, spread), 3) for price in prices]
    return {
        "prices": prices,
        "quality": quality,
        "beta": beta,
        "buyers": rng.choice([1.0, 250.0, 1_000.0]),
    }


def random_test(rng):
    n = rng.choice([2, 2, 3, 3, 4, 6, 10])
    beta = rng.choice([0.05, 0.2, 0.5])
    old = [round(rng.uniform(10, 30), 2) for _ in range(n)]
    change = rng.choice([0.9, 0.9, 0.95, 1.1, None])
    new = [round(price * (change or rng.choice([0.8, 1.0, 1.2])), 2) for price in old]
    rows = []
    while len(rows) < rng.choice([1, 2, 3, 5]):
        row = [rng.randint(0, 1) for _ in range(n)]
        if 0 < sum(row) < n:
            rows.append(row)
    return {
        "price_old": old,
        "price_new": new,
        "quality": [round(beta * price + rng.uniform(-1, 2), 3) for price in old],
        "beta": beta,
        "buyers": rng.choice([100.0, 1_000.0]),
        "assignments": np.array(rows),
    }


def random_hours(rng):
    burn_in, rows = rng.choice([0, 1, 1, 2, 2, 3]), []
    for region in rng.sample(["E", "N", "S"], rng.choice([1, 1, 2])):
        lengths = [rng.choice([1, 2, 3, 3, 4]) for _ in range(rng.choice([3, 4, 5]))]
        rows += random_region(rng, region, rng.choice([0, 0, 5]), lengths, 0.06)
    # A regular region without gaps: two blocks of each arm, whatever the burn-in does elsewhere.
    rows += random_region(rng, "W", 0, [burn_in + 2] * 4, 0)
    return {"df": rows, "burn_in": burn_in}


def random_region(rng, region, hour, lengths, missing):
    rows, treated, carried = [], rng.random() < 0.5, 0.0
    for length in lengths:
        for _ in range(length):
            carried = 0.5 * carried + 0.5 * treated
            revenue = 100 + 10 * carried + rng.choice([-3, -1, 0, 0.5, 2])
            if rng.random() >= missing:
                rows.append((region, hour, treated, revenue))
            hour += 1
        treated = not treated
    return rows


def random_clusterings(rng):
    products = list(range(1, rng.choice([3, 5, 8]) + 1))
    coviews = [
        (rng.choice(products), rng.choice(products), rng.choice([0, 1, 1, 2, 5, 20]))
        for _ in range(rng.choice([0, 2, 6, 12, 20]))
    ]
    clusters = []
    for clustering in rng.sample(["brand", "category", "price", "all"], rng.randint(1, 3)):
        number, known = rng.choice([1, 2, 3, 9]), rng.choice([0.6, 0.9, 1.0])
        clusters += [
            (clustering, product, rng.randint(1, number))
            for product in products
            if rng.random() < known
        ]
    return {"coviews": with_repeats(rng, coviews), "clusters": clusters}
