"""Inputs for network_effects: small graphs and clusters worked out by hand, then random ones."""

from math import sqrt

import numpy as np
from scipy import stats

from grader.authoring import Case, on_grid, with_repeats


def cases(rng):
    yield from exposure_by_hand()
    yield from bias_by_hand()
    yield from cluster_by_hand()
    yield from design_by_hand()
    for answer, (draw, count) in DRAWN.items():
        for n in range(1, count + 1):
            inputs = draw(rng)
            while valid(inputs):
                inputs = draw(rng)
            yield Case(f"random {answer} {n}", inputs, answers=[answer])


# --- the contract -------------------------------------------------------------------------------


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "users" in inputs:
        return None
    for value in inputs.values():
        if not (np.abs(np.asarray(value, dtype=float)) <= 1000).all():
            return "All numbers are finite, and 1,000 at most in size."
    if "adjacency" in inputs:
        for name in ("adjacency", "assignments"):
            if not np.isin(inputs[name], (0, 1)).all():
                return "Entries of adjacency and assignments are 0 or 1."
        return None
    y, cluster = inputs["y"], inputs["cluster"]
    if "treated" in inputs:
        return cluster_allowed(y, inputs["treated"], cluster)
    if len(y) != len(cluster):
        return "y and cluster have equally many entries."
    return spread_allowed(y)


def spread_allowed(y):
    """Either exactly constant, with an exact mean, or with a spread well above rounding."""
    if not len(y):
        return None
    if np.ptp(y) == 0:
        return None if y[0] * 4 % 1 == 0 else "A constant outcome is a multiple of 0.25."
    return None if np.ptp(y) >= np.abs(y).max() / 1000 else "The outcomes are not all but equal."


def cluster_allowed(y, treated, cluster):
    if not len(y) == len(treated) == len(cluster) or not len(y):
        return None
    if broken := spread_allowed(y):
        return broken
    arms = [treated, ~treated]
    if any(len(set(cluster[arm].tolist())) < 2 for arm in arms) or np.ptp(y) == 0:
        return None
    score = np.zeros(len(y))
    for arm in arms:
        score[arm] = (y[arm] - y[arm].mean()) / arm.sum() * (1 if arm is treated else -1)
    sums = [score[cluster == name].sum() for name in set(cluster.tolist())]
    if np.linalg.norm(sums) < 1e-4 * np.abs(y).max():
        return "se_cluster is not 0."
    return None


# --- by hand ------------------------------------------------------------------------------------


def exposure_by_hand():
    def case(name, treated, edges, expected, rule):
        """`treated` maps ids to 0 and 1; `expected` gives an id its two counts."""
        rows = [
            (user, bool(treated[user]), n, hit, hit / n if n else None)
            for user, (n, hit) in expected.items()
        ]
        return Case(
            name,
            {"users": [(user, bool(on)) for user, on in treated.items()], "edges": edges},
            rule=rule,
            expected={"exposure_table": rows},
            answers=["exposure_table"],
        )

    three = {1: 1, 2: 0, 3: 0}
    yield case(
        "two friendships",
        three,
        [(1, 2), (2, 3)],
        {1: (1, 0), 2: (2, 1), 3: (1, 0)},
        "undirected",
    )
    yield case(
        "the smaller id stands second", three, [(3, 1)], {1: (1, 0), 2: (0, 0), 3: (1, 1)}, "undirected"
    )  # fmt: skip
    yield case(
        "an edge in both directions",
        three,
        [(1, 2), (2, 1), (2, 3)],
        {1: (1, 0), 2: (2, 1), 3: (1, 0)},
        "undirected",
    )
    yield case(
        "an edge written down twice",
        three,
        [(1, 2), (1, 2), (2, 3)],
        {1: (1, 0), 2: (2, 1), 3: (1, 0)},
        "undirected",
    )
    yield case(
        "ids that read alike when they are written one behind the other",
        {1: 1, 11: 0, 12: 1, 112: 0},
        [(1, 112), (11, 12)],
        {1: (1, 0), 11: (1, 1), 12: (1, 0), 112: (1, 1)},
        "exposure",
    )
    yield case("a self-loop", three, [(1, 1), (1, 2)], {1: (1, 0), 2: (1, 1), 3: (0, 0)}, "ignored")
    yield case(
        "nothing but a self-loop", three, [(1, 1)], {1: (0, 0), 2: (0, 0), 3: (0, 0)}, "ignored"
    )
    yield case(
        "an unknown id, on either side",
        three,
        [(1, 9), (8, 2), (2, 1)],
        {1: (1, 0), 2: (1, 1), 3: (0, 0)},
        "ignored",
    )
    yield case(
        "only unknown friends", three, [(1, 9), (9, 1)], {1: (0, 0), 2: (0, 0), 3: (0, 0)}, "ignored"
    )  # fmt: skip
    yield case(
        "an edge between two unknown ids", three, [(8, 9)], {1: (0, 0), 2: (0, 0), 3: (0, 0)}, "ignored"
    )  # fmt: skip
    yield case("an unknown id with a self-loop", {1: 1}, [(9, 9), (1, 9)], {1: (0, 0)}, "ignored")
    yield case("a user without friends", three, [(1, 2)], {1: (1, 0), 2: (1, 1), 3: (0, 0)}, "exposure")  # fmt: skip
    yield case("no edges", three, [], {1: (0, 0), 2: (0, 0), 3: (0, 0)}, "exposure")
    yield case("no users", {}, [(1, 2)], {}, "population")
    yield case("nothing at all", {}, [], {}, "population")
    yield case(
        "all friends treated",
        {1: 0, 2: 1, 3: 1},
        [(1, 2), (3, 1)],
        {1: (2, 2), 2: (1, 0), 3: (1, 0)},
        "exposure",
    )
    yield case(
        "a clique of four",
        {1: 1, 2: 1, 3: 0, 4: 1},
        [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)],
        {1: (3, 2), 2: (3, 2), 3: (3, 3), 4: (3, 2)},
        "exposure",
    )
    yield case(
        "everything at once",
        {10: 1, 20: 0, 30: 1, 40: 0, 50: 0},
        [(20, 10), (10, 20), (10, 10), (30, 20), (30, 20), (40, 99), (40, 20)],
        {10: (1, 0), 20: (3, 2), 30: (1, 0), 40: (1, 0), 50: (0, 0)},
        "undirected",
    )


def cliques(*sizes):
    """A graph of cliques, as an adjacency matrix."""
    label = np.repeat(np.arange(len(sizes)), sizes)
    return (label[:, None] == label).astype(int) - np.eye(len(label), dtype=int)


def path(n):
    place = np.arange(n)
    return (np.abs(place[:, None] - place) == 1).astype(int)


def bias_by_hand():
    def case(name, adjacency, base, tau, gamma, assignments, expected, rule):
        if isinstance(expected, tuple):
            total, mean = expected
            expected = {"total_effect": total, "mean_estimate": mean, "bias": mean - total}
        return Case(
            name,
            {
                "adjacency": np.array(adjacency, int),
                "base": np.array(base, float),
                "tau": tau,
                "gamma": gamma,
                "assignments": np.array(assignments, int),
            },
            rule=rule,
            expected={} if expected is None else {"design_bias": expected},
            answers=["design_bias"],
        )

    pairs, flat = cliques(2, 2), [0, 0, 0, 0]
    # One of each pair: the treated have 1 + 0, the others 0 + 0.5.
    yield case("two pairs of friends, one of each treated", pairs, flat, 1.0, 0.5, [[1, 0, 1, 0]], (1.5, 0.5), "estimate")  # fmt: skip
    yield case("two pairs of friends, one pair treated", pairs, flat, 1.0, 0.5, [[1, 1, 0, 0]], (1.5, 1.5), "estimate")  # fmt: skip
    yield case("both designs, and their mean", pairs, flat, 1.0, 0.5, [[1, 0, 1, 0], [1, 1, 0, 0]], (1.5, 1.0), "estimate")  # fmt: skip
    yield case("what would happen anyway", pairs, [3, 5, 2, 2], 1.0, 0.5, [[1, 1, 0, 0], [0, 0, 1, 1]], (1.5, 1.5), "total")  # fmt: skip
    yield case("uneven luck in base", pairs, [4, 0, 0, 0], 1.0, 0.5, [[1, 1, 0, 0]], (1.5, 3.5), "estimate")  # fmt: skip
    yield case("the friends lose: gamma below 0", pairs, flat, 1.0, -0.5, [[1, 0, 1, 0]], (0.5, 1.5), "bias")  # fmt: skip
    yield case("gamma 0: nothing to miss", pairs, flat, 1.0, 0.0, [[1, 0, 1, 0]], (1.0, 1.0), "bias")  # fmt: skip
    yield case("tau 0: spillover only", pairs, flat, 0.0, 2.0, [[1, 0, 1, 0]], (2.0, -2.0), "bias")
    # User 3 is alone. Treated 1: y = 1, then 2: 0.5, and 3: 0.
    yield case("one user has no neighbours", cliques(2, 1), [0, 0, 0], 1.0, 0.5, [[1, 0, 0]], (1 + 0.5 * 2 / 3, 0.75), "outcome")  # fmt: skip
    yield case("the lonely user is treated", cliques(2, 1), [0, 0, 0], 1.0, 0.5, [[0, 0, 1]], (1 + 0.5 * 2 / 3, 1.0), "outcome")  # fmt: skip
    yield case("nobody has a neighbour", np.zeros((2, 2)), [1, 4], 2.0, 7.0, [[0, 1]], (2.0, 5.0), "outcome")  # fmt: skip
    # Path 1-2-3-4, the second treated: y = 1·g, 2: tau, 3: g/2, 4: 0.
    yield case("a path: one of two friends", path(4), flat, 1.0, 0.5, [[0, 1, 0, 0]], (1.5, 0.75), "outcome")  # fmt: skip
    yield case("a path: both friends", path(3), [0, 0, 0], 1.0, 0.5, [[1, 0, 1]], (1.5, 0.5), "outcome")  # fmt: skip
    yield case("rows with different numbers of treated users", path(4), flat, 1.0, 0.5, [[0, 1, 0, 0], [1, 1, 1, 0]], (1.5, (0.75 + 1 + 0.25 + 1 / 6 - 0.5) / 2), "estimate")  # fmt: skip
    clique = cliques(5, 5, 5, 5, 5, 5)
    whole = np.repeat([[1, 1, 1, 0, 0, 0], [0, 1, 0, 1, 1, 0]], 5, axis=1)
    yield case("six cliques of five: cliques as a whole", clique, np.zeros(30), 1.0, 0.5, whole, (1.5, 1.5), "bias")  # fmt: skip
    # Two or three treated per clique: 6 treated have 1 of 4 and 9 have 2 of 4, on average 0.4;
    # of the others 9 have 2 of 4 and 6 have 3 of 4, on average 0.6.
    single = np.array([[1, 1, 0, 0, 0, 1, 1, 1, 0, 0] * 3])
    yield case("six cliques of five: user by user", clique, np.zeros(30), 1.0, 0.5, single, (1.5, 0.9), "bias")  # fmt: skip
    yield case("cliques of unequal size", cliques(1, 2, 4), [1, 2, 3, 4, 5, 6, 7], 0.5, 1.5, [[1, 0, 0, 1, 1, 0, 0], [0, 1, 1, 0, 0, 0, 1]], None, "outcome")  # fmt: skip

    one = [[1, 0, 1, 0]]
    lopsided = pairs.copy()
    lopsided[0, 2] = 1
    loop = pairs + np.diag([0, 0, 1, 0])
    for name, adjacency, base, rows in [
        ("more rows than columns", pairs[:, :3], flat, one),
        ("more columns than rows", pairs[:3], flat, one),
        ("one column of zeros", np.zeros((4, 1)), flat, one),
        ("not symmetric", lopsided, flat, one),
        ("a friend of oneself", loop, flat, one),
        ("a base too few", pairs, flat[:3], one),
        ("a base too many", pairs, [*flat, 0], one),
        ("one base for all", pairs, [0], one),
        ("assignments too narrow", pairs, flat, [[1, 0, 1]]),
        ("assignments too wide", pairs, flat, [[1, 0, 1, 0, 0]]),
        ("assignments of one column", pairs, flat, [[1], [0]]),
        ("no row of assignments", pairs, flat, np.zeros((0, 4))),
        ("everybody is treated", pairs, flat, [[1, 1, 1, 1]]),
        ("nobody is treated", pairs, flat, [[0, 0, 0, 0]]),
        ("everybody is treated in the second row", pairs, flat, [[1, 0, 1, 0], [1, 1, 1, 1]]),
        ("nobody is treated in the second row", pairs, flat, [[1, 0, 1, 0], [0, 0, 0, 0]]),
    ]:
        yield case(name, adjacency, base, 1.0, 0.5, rows, ValueError, "bad_design")


def cluster_by_hand():
    def case(name, y, treated, cluster, expected=None, rule="sandwich"):
        if isinstance(expected, tuple):
            keys = ("effect", "se_iid", "se_cluster", "p_value", "n_clusters")
            expected = dict(zip(keys, expected))
        return Case(
            name,
            {
                "y": np.array(y, float),
                "treated": np.array(treated, bool),
                "cluster": np.array(cluster, int),
            },
            rule=rule,
            expected={} if expected is None else {"cluster_effect": expected},
            answers=["cluster_effect"],
        )

    # Arms of two clusters of two. Residuals 1, 1, -1, -1 in both: SSE 8, sums ±1 of weights 1/4.
    # The t distribution with 3 degrees of freedom has this closed form for its upper tail.
    def tail3(t):
        return 0.5 - (np.arctan(t / sqrt(3)) + t * sqrt(3) / (t * t + 3)) / np.pi

    half, fours = [1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 2, 2, 3, 3, 4, 4]
    se = sqrt(4 * 0.25 * 4 / 3 * 7 / 6)
    yield case(
        "clusters in which all are alike",
        [6, 6, 4, 4, 3, 3, 1, 1],
        half,
        fours,
        (3.0, sqrt(8 / 6 / 2), se, 2 * tail3(3 / se), 4),
    )
    yield case(
        "the treatment does harm",
        [3, 3, 1, 1, 6, 6, 4, 4],
        half,
        fours,
        (-3.0, sqrt(8 / 6 / 2), se, 2 * tail3(3 / se), 4),
        "p_value",
    )
    yield case("no effect at all", [6, 6, 4, 4] * 2, half, fours, (0.0, sqrt(8 / 6 / 2), se, 1.0, 4), "p_value")  # fmt: skip
    se = sqrt(8 / 16 * 8 / 7 * 7 / 6)
    yield case(
        "every user is a cluster",
        [6, 6, 4, 4, 3, 3, 1, 1],
        half,
        range(8),
        (3.0, sqrt(8 / 6 / 2), se, 2 * stats.t.sf(3 / se, 7), 8),
        "clusters",
    )
    yield case(
        "one user alone in a cluster", [6, 7, 4, 5, 3, 3, 1, 2], half, [1, 1, 2, 2, 3, 3, 3, 4]
    )
    yield case("unequal cluster sizes", [9, 8, 8, 2, 3, 4, 1, 1], half, [1, 1, 1, 2, 3, 4, 4, 4], rule="effect")  # fmt: skip
    yield case("unequal arms", [6, 7, 4, 5, 3, 3, 1, 2], [1, 1, 1, 0, 0, 0, 0, 0], [1, 1, 2, 3, 3, 4, 5, 5], rule="iid")  # fmt: skip
    yield case("both arms in every cluster", [5, 3, 9, 8, 4, 1, 7, 6], [1, 0] * 4, fours, rule="clusters")  # fmt: skip
    yield case("one cluster holds both arms", [5, 3, 9, 8, 4, 1, 7, 6], half, [1, 1, 2, 2, 2, 3, 3, 3], rule="clusters")  # fmt: skip
    # Treated 8, 4 | 2, 2 (mean 4), others 3, 1 | 2, 2 (mean 2): the clusters' sums are 4/4 and -4/4.
    # One degree of freedom: the tail is an arctangent.
    two = sqrt(2 * 2 / 1 * 7 / 6)
    yield case(
        "two clusters, both arms in each",
        [8, 4, 2, 2, 3, 1, 2, 2],
        half,
        [1, 1, 2, 2, 1, 1, 2, 2],
        (2.0, sqrt((24 + 2) / 6 / 2), two, 1 - 2 / np.pi * np.arctan(2 / two), 2),
        "p_value",
    )
    yield case("the smallest input: four clusters of one", [3, 1, 0, 1], [1, 1, 0, 0], [1, 2, 3, 4], rule="small_sample")  # fmt: skip
    yield case("users of a cluster apart in the table", [6, 3, 4, 1, 7, 3, 5, 2], [1, 0] * 4, [7, -2, 900, 4, 7, -2, 900, 4], rule="clusters")  # fmt: skip
    yield case("an arm without any spread", [5, 5, 5, 5, 3, 4, 1, 1], half, fours, rule="iid")
    yield case("a cluster whose residuals cancel", [6, 4, 7, 5, 3, 3, 1, 1], half, fours)
    yield case(
        "all outcomes of an arm below 0", [-6, -7, -4, -5, 3, 3, -1, 2], half, fours, rule="effect"
    )

    good = [6, 7, 4, 5, 3, 3, 1, 2]
    for name, y, treated, cluster in [
        ("an outcome too few", good[:7], half, fours),
        ("an outcome too many", [*good, 1], half, fours),
        ("treated is shorter", good, half[:7], fours),
        ("treated is longer", good, [*half, 0], fours),
        ("cluster is shorter", good, half, fours[:7]),
        ("cluster is longer", good, half, [*fours, 4]),
        ("one outcome for all", [1], half, fours),
        ("one cluster for all, named once", good, half, [1]),
        ("the treated in one cluster", good, half, [1, 1, 1, 1, 3, 3, 4, 4]),
        ("the untreated in one cluster", good, half, [1, 1, 2, 2, 3, 3, 3, 3]),
        ("the treated in one of two mixed clusters", good, half, [1, 1, 1, 1, 1, 1, 2, 2]),
        ("everybody is in one arm", good, [1] * 8, fours),
        ("everybody is in the other arm", good, [0] * 8, fours),
        ("one cluster for all eight", good, half, [1] * 8),
        ("all outcomes are equal", [5] * 8, half, fours),
        ("three empty arrays", [], [], []),
    ]:
        yield case(name, y, treated, cluster, ValueError, "bad_clusters")


def design_by_hand():
    def case(name, y, cluster, expected=None, rule="icc"):
        if isinstance(expected, tuple):
            expected = dict(zip(("icc", "design_effect", "effective_n"), expected))
        return Case(
            name,
            {"y": np.array(y, float), "cluster": np.array(cluster, int)},
            rule=rule,
            expected={} if expected is None else {"design_effect": expected},
            answers=["design_effect"],
        )

    # Means 1 and 5: MSB = 2 · 2 · 4 = 16, MSW = 4 / 2 = 2, n_0 = 2: icc 14/18.
    yield case("two clusters of two", [0, 2, 4, 6], [1, 1, 2, 2], (7 / 9, 16 / 9, 9 / 4))
    yield case("all alike in a cluster", [1, 1, 4, 4], [1, 1, 2, 2], (1.0, 2.0, 2.0), "factor")
    yield case("clusters do not matter at all", [1, 5, 1, 5], [1, 1, 2, 2], (0.0, 1.0, 4.0))
    yield case("a negative icc becomes 0", [0, 9, 1, 9, 0, 8], [1, 1, 2, 2, 3, 3], (0.0, 1.0, 6.0))
    # Sizes 1 and 3, means 8 and 2, mean 3.5: MSB = 20.25 + 3 · 2.25 = 27, MSW = 2 / 2 = 1,
    # n_0 = 4 - 10/4 = 1.5, icc = 26 / 27.5.
    icc = 26 / 27.5
    yield case(
        "one singleton cluster",
        [8, 1, 2, 3],
        [1, 2, 2, 2],
        (icc, 1 + 1.5 * icc, 4 / (1 + 1.5 * icc)),
        "factor",
    )
    yield case("unequal sizes", [1, 2, 6, 8, 7, 9, 7, 3], [1, 1, 2, 2, 2, 2, 2, 3], rule="factor")
    yield case("sizes 1, 2 and 5, out of order", [7, 1, 8, 3, 2, 6, 9, 7], [5, 0, 5, -1, 0, 5, 5, 5], rule="mean_squares")  # fmt: skip
    yield case("y is constant", [3, 3, 3, 3], [1, 1, 2, 2], (0.0, 1.0, 4.0))
    yield case("the smallest input", [1, 2, 9], [1, 1, 2], rule="icc")
    yield case("outcomes below 0", [-5, -4, 3, 4, 1, 0], [1, 1, 2, 2, 3, 3], rule="mean_squares")
    yield case("many singletons", [4, 9, 1, 7, 6, 3], [1, 2, 3, 4, 4, 5], rule="factor")
    for name, y, cluster in [
        ("one cluster", [1, 2, 3], [4, 4, 4]),
        ("every user a cluster", [1, 2, 3], [1, 2, 3]),
        ("one user", [1], [1]),
        ("no outcomes", [], []),
        ("constant y in one cluster", [2, 2], [1, 1]),
        ("constant y, every user a cluster", [2, 2], [1, 2]),
    ]:
        yield case(name, y, cluster, ValueError, "too_few")


# --- at random ----------------------------------------------------------------------------------


def draw_friends(rng):
    ids = rng.sample([1, 2, 3, 4, 5, 7, 10, 11, 30, 31], rng.randrange(9))
    pool = [*ids, *ids, 8, 99]
    edges = [(rng.choice(pool), rng.choice(pool)) for _ in range(rng.choice([0, 1, 3, 6, 10, 16]))]
    edges = [(b, a) if rng.random() < 0.2 else (a, b) for a, b in with_repeats(rng, edges)]
    share = rng.choice([0.2, 0.5, 0.5, 0.8])
    return {"users": [(user, rng.random() < share) for user in ids], "edges": edges}


def draw_design(rng):
    n = rng.choice([2, 3, 4, 6, 8, 10])
    upper = np.array([[int(j > i and rng.random() < 0.4) for j in range(n)] for i in range(n)])
    rows = []
    for _ in range(rng.choice([1, 1, 2, 3, 6])):
        treated = rng.sample(range(n), rng.randrange(1, n))
        rows.append([int(i in treated) for i in range(n)])
    return {
        "adjacency": upper + upper.T,
        "base": np.array([on_grid(rng, [0, 0, 1, 10], lambda: rng.uniform(-5, 5)) for _ in range(n)], float),
        "tau": rng.choice([0.0, 1.0, 2.0, -1.0]),
        "gamma": rng.choice([0.5, 1.5, -0.5, 2.0]),
        "assignments": np.array(rows),
    }  # fmt: skip


def draw_clusters(rng):
    sizes = [rng.choice([1, 2, 3, 5, 8]) for _ in range(rng.randrange(4, 9))]
    mixed = rng.random() < 0.35
    rows = []
    for name, size in enumerate(sizes):
        mood, arm = rng.gauss(0, rng.choice([0, 1, 3])), name % 2
        for _ in range(size):
            on = rng.randrange(2) if mixed else arm
            rows.append((round(10 + on + mood + rng.gauss(0, 1), 2), on, name * 3 - 4))
    rng.shuffle(rows)
    y, treated, cluster = zip(*rows)
    return {
        "y": np.array(y, float),
        "treated": np.array(treated, bool),
        "cluster": np.array(cluster, int),
    }


def draw_groups(rng):
    drawn = draw_clusters(rng)
    return {"y": drawn["y"], "cluster": drawn["cluster"]}


DRAWN = {
    "exposure_table": (draw_friends, 20),
    "design_bias": (draw_design, 12),
    "cluster_effect": (draw_clusters, 14),
    "design_effect": (draw_groups, 12),
}
