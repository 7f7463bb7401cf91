"""Inputs for multiple testing: small hand-made families, each for one mistake, then random ones."""

from __future__ import annotations

import math

import numpy as np

from grader.authoring import Case, maybe_none, on_grid, with_repeats

NAN = math.nan
METHODS = ("bonferroni", "holm", "bh", "by")
SLACK_ENDS = 0.05 + 1e-9

# The ten p-values of the lesson: Bonferroni and Holm find one, BH finds three.
TEN = [0.001, 0.008, 0.012, 0.021, 0.034, 0.041, 0.21, 0.42, 0.6, 0.9]


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "tests" in inputs:
        return _tests_broken(inputs["tests"])
    if "pvals" in inputs and inputs["pvals"].ndim == 2 and 0 < inputs["alpha"] < 1:
        return _pvals_broken(inputs["pvals"], inputs["alpha"])
    return None


def _tests_broken(tests):
    families = {}
    for experiment_id, _, p_value in tests:
        if p_value is not None:
            families.setdefault(experiment_id, []).append(p_value)
    for p_values in families.values():
        if not all(0 <= p <= 1 for p in p_values):
            return "every p_value is NULL or lies between 0 and 1."
        scaled = len(p_values) * np.sort(p_values) / np.arange(1, len(p_values) + 1)
        if (abs(scaled - SLACK_ENDS) < 5e-10).any():
            return "no q_value lies where the slack of 1e-9 ends."
    return None


def _pvals_broken(pvals, alpha):
    m = pvals.shape[1]
    if m < 1:
        return "pvals has at least one column."
    if not ((pvals >= 0) & (pvals <= 1)).all():
        return "all p-values lie between 0 and 1, and none is NaN."
    ranked, rank = np.sort(pvals, axis=1), np.arange(1, m + 1)
    bh = m * ranked / rank
    scaled = [ranked, m * ranked, (m - rank + 1) * ranked, bh, bh * (1 / rank).sum()]
    if (abs(np.array(scaled) - alpha) < 1e-6 * abs(alpha)).any():
        return "no p-value lies on the boundary between rejected and not rejected."
    return None


# --- adjust_pvalues -----------------------------------------------------------------------------


def adjust(name, p, rule="", **expected):
    """One case for each method named, with what it gives."""
    for method, values in expected.items():
        yield Case(
            f"{name}, {method}",
            {"p": p, "method": method},
            rule=rule,
            expected={"adjust_pvalues": values},
            answers=["adjust_pvalues"],
        )


def adjust_by_hand():
    yield from adjust(
        "three p-values",
        [0.01, 0.02, 0.03],
        "methods",
        bonferroni=[0.03, 0.06, 0.09],
        holm=[0.03, 0.04, 0.04],
        bh=[0.03, 0.03, 0.03],
        by=[0.055, 0.055, 0.055],
    )
    yield from adjust(
        "in decreasing order",
        [0.5, 0.04, 0.03],
        "same_order",
        bonferroni=[1.0, 0.12, 0.09],
        holm=[0.5, 0.09, 0.09],
        bh=[0.5, 0.06, 0.06],
        by=[0.5 * 11 / 6, 0.11, 0.11],
    )
    yield from adjust(
        "ties at the threshold: the last three of six",
        [0.001, 0.004, 0.012, 0.05, 0.05, 0.05],
        "bh",
        holm=[0.006, 0.02, 0.048, 0.15, 0.15, 0.15],
        bh=[0.006, 0.012, 0.024, 0.05, 0.05, 0.05],
    )
    yield from adjust(
        "p of 0 and of 1",
        [1.0, 0.0],
        "clip",
        bonferroni=[1.0, 0.0],
        holm=[1.0, 0.0],
        bh=[1.0, 0.0],
        by=[1.0, 0.0],
    )
    yield from adjust(
        "large p-values",
        [0.5, 0.7, 0.9],
        "clip",
        bonferroni=[1.0, 1.0, 1.0],
        holm=[1.0, 1.0, 1.0],
        bh=[0.9, 0.9, 0.9],
        by=[1.0, 1.0, 1.0],
    )
    yield from adjust(
        "two of six were not measured",
        [0.04, NAN, 0.01, 0.02, NAN, 0.03],
        "missing",
        bonferroni=[0.16, NAN, 0.04, 0.08, NAN, 0.12],
        holm=[0.06, NAN, 0.04, 0.06, NAN, 0.06],
        bh=[0.04, NAN, 0.04, 0.04, NAN, 0.04],
        by=[1 / 12, NAN, 1 / 12, 1 / 12, NAN, 1 / 12],
    )
    yield from adjust(
        "nothing was measured", [NAN, NAN], "missing", holm=[NAN, NAN], bh=[NAN, NAN], by=[NAN, NAN]
    )
    yield from adjust("no p-values", [], "same_order", holm=[], by=[])
    yield from adjust(
        "a single test", [0.03], "methods", bonferroni=[0.03], holm=[0.03], bh=[0.03], by=[0.03]
    )
    yield from adjust(
        "a single test beside a missing one",
        [NAN, 0.03],
        "missing",
        holm=[NAN, 0.03],
        by=[NAN, 0.03],
    )
    yield from adjust(
        "the ten of the lesson",
        TEN,
        bonferroni=[0.01, 0.08, 0.12, 0.21, 0.34, 0.41, 1.0, 1.0, 1.0, 1.0],
        holm=[0.01, 0.072, 0.096, 0.147, 0.204, 0.205, 0.84, 1.0, 1.0, 1.0],
        bh=[0.01, 0.04, 0.04, 0.0525, 0.068, 0.41 / 6, 0.3, 0.525, 2 / 3, 0.9],
    )

    yield from adjust("a p-value below 0", [-0.01, 0.5], "bad_input", bh=ValueError)
    yield from adjust("a p-value above 1", [0.5, 1.01], "bad_input", bonferroni=ValueError)
    yield from adjust("a percentage beside NaN", [NAN, 5.0], "bad_input", holm=ValueError)
    yield from adjust("a method that is not known", [0.01, 0.5], "bad_input", fdr=ValueError)
    yield from adjust("the method none", [0.01, 0.5], "bad_input", none=ValueError)
    yield from adjust("no p-values, unknown method", [], "bad_input", sidak=ValueError)


P_GRID = [0.0, 0.001, 0.004, 0.01, 0.01, 0.02, 0.025, 0.03, 0.04, 0.05, 0.05, 0.2, 0.5, 1.0]


def p_value(rng):
    return on_grid(rng, P_GRID, lambda: round(rng.random() ** 2, 4), share=0.6)


def family(rng):
    """Up to twelve p-values, with ties; in every second family a third is missing."""
    share = rng.choice([0, 1 / 3])
    p = [NAN if rng.random() < share else p_value(rng) for _ in range(rng.randint(1, 10))]
    return with_repeats(rng, p, share=0.1)


# --- error_profile ------------------------------------------------------------------------------


def profile(name, pvals, is_null, method, alpha, expected=None, rule=""):
    if isinstance(expected, tuple):
        expected = dict(zip(("fwer", "fdr", "power"), expected))
    return Case(
        name,
        {"pvals": pvals, "is_null": is_null, "method": method, "alpha": alpha},
        rule=rule,
        expected={} if expected is None else {"error_profile": expected},
        answers=["error_profile"],
    )


def profile_by_hand():
    yield profile(
        "two dashboards, one without a rejection",
        [[0.01, 0.01], [0.5, 0.5]],
        [True, False],
        "none",
        0.05,
        (0.5, 0.25, 0.5),
        "rates",
    )
    # 2 · .03 > .05: nothing is rejected, and .04 may not overtake .03 (nor pull it along)
    yield profile(
        "Holm stops at the first that fails",
        [[0.03, 0.04]],
        [True, False],
        "holm",
        0.05,
        (0.0, 0.0, 0.0),
        "rates",
    )
    # 2 · .27 = .54; with the power of Sidak, 1 - .73² = .467, it would be a win
    yield profile(
        "Bonferroni multiplies",
        [[0.27, 0.6]],
        [False, True],
        "bonferroni",
        0.5,
        (0.0, 0.0, 0.0),
        "rates",
    )
    yield profile(
        "one false win alone, and one beside three true ones",
        [[0.01, 0.5, 0.5, 0.5], [0.01, 0.01, 0.01, 0.01]],
        [True, False, False, False],
        "none",
        0.05,
        (1.0, 0.625, 0.5),
        "rates",
    )
    yield profile(
        "two false wins in one dashboard",
        [[0.01, 0.01, 0.01], [0.5, 0.5, 0.01]],
        [True, True, False],
        "none",
        0.05,
        (0.5, 1 / 3, 1.0),
        "rates",
    )
    yield profile(
        "all nulls",
        [[0.001, 0.5], [0.5, 0.6], [0.9, 0.8]],
        [True, True],
        "bh",
        0.05,
        (1 / 3, 1 / 3, None),
        "power",
    )
    yield profile(
        "no nulls",
        [[0.001, 0.5], [0.01, 0.02]],
        [False, False],
        "holm",
        0.05,
        (0.0, 0.0, 0.75),
        "power",
    )
    yield profile(
        "nothing is rejected", [[0.3, 0.9], [0.4, 0.2]], [True, False], "by", 0.05, (0.0, 0.0, 0.0)
    )
    yield profile("a single test", [[0.01]], [True], "bonferroni", 0.05, (1.0, 1.0, None), "power")
    yield profile(
        "each row is a family of its own",
        [[0.02, 0.9], [0.9, 0.9], [0.9, 0.9]],
        [False, True],
        "bonferroni",
        0.05,
        (0.0, 0.0, 1 / 3),
        "family",
    )
    yield profile(
        "Holm finds more than Bonferroni",
        [[0.01, 0.02, 0.9]],
        [False, True, True],
        "holm",
        0.05,
        (1.0, 0.5, 1.0),
        "rows",
    )
    is_null = [n not in (0, 1, 3) for n in range(10)]
    for method, expected in {
        "none": (1.0, 0.5, 1.0),
        "bonferroni": (0.0, 0.0, 1 / 3),
        "holm": (0.0, 0.0, 1 / 3),
        "bh": (1.0, 1 / 3, 2 / 3),
        "by": (0.0, 0.0, 1 / 3),
    }.items():
        yield profile(f"a dashboard of ten, {method}", [TEN], is_null, method, 0.05, expected)
    yield profile(
        "the level is alpha, not 0.05",
        [[0.08, 0.3], [0.001, 0.002]],
        [True, False],
        "none",
        0.1,
        (1.0, 0.75, 0.5),
        "rows",
    )

    two = [[0.01, 0.5], [0.5, 0.01]]
    null = [True, False]
    bad = {"expected": ValueError, "rule": "bad_arguments"}
    yield profile("a single row, not in a matrix", [0.01, 0.5], null, "bh", 0.05, **bad)
    yield profile("no rows", np.zeros((0, 2)), null, "none", 0.05, **bad)
    yield profile("is_null is too long", two, [True, False, True], "bh", 0.05, **bad)
    yield profile("is_null is too short", two, [True], "bh", 0.05, **bad)
    yield profile("is_null is a matrix", two, [null, null], "bh", 0.05, **bad)
    yield profile("a method that is not known", two, null, "fdr", 0.05, **bad)
    for alpha in (0.0, 1.0, 5.0):
        yield profile(f"alpha is {alpha:g}", two, null, "none", alpha, **bad)


def dashboards(rng, rows, columns, effects):
    """Two-sided p-values of z-scores: 0 on average under the null, 3 where there is an effect."""
    draws = np.random.default_rng(rng.randrange(2**32))
    is_null = np.arange(columns) >= effects
    draws.shuffle(is_null)
    z = draws.normal(size=(rows, columns)) + np.where(is_null, 0, 3)
    pvals = np.vectorize(math.erfc)(abs(z) / math.sqrt(2)).round(6)
    return {"pvals": pvals, "is_null": is_null}


def draw_profile(rng, method, rows=None, columns=None, effects=None, alpha=None):
    m = columns or rng.choice([1, 2, 3, 5, 8])
    inputs = {
        **dashboards(
            rng,
            rows or rng.choice([1, 2, 3, 6, 10]),
            m,
            rng.randint(0, m) if effects is None else effects,
        ),
        "method": method,
        "alpha": alpha or rng.choice([0.01, 0.05, 0.05, 0.1, 0.2]),
    }
    return draw_profile(rng, method, rows, columns, effects, alpha) if valid(inputs) else inputs


# --- bh_by_family -------------------------------------------------------------------------------


def by_family(name, rows, expected=None, rule=""):
    """The tests, and for each its q_value and whether it is significant."""
    added = None if expected is None else [(*row, *more) for row, more in zip(rows, expected)]
    return Case(
        name,
        {"tests": rows},
        rule=rule,
        expected={} if expected is None else {"bh_by_family": added},
        answers=["bh_by_family"],
    )


def families_by_hand():
    yield by_family(
        "one experiment, in decreasing order",
        [(1, "clicks", 0.5), (1, "orders", 0.02), (1, "revenue", 0.01)],
        [(0.5, False), (0.03, True), (0.03, True)],
        "bh",
    )
    yield by_family(
        "a smaller p-value profits from a larger one",
        [(1, "clicks", 0.03), (1, "orders", 0.04), (1, "revenue", 0.04)],
        [(0.04, True), (0.04, True), (0.04, True)],
        "bh",
    )
    yield by_family(
        "ties at the threshold: the last three of six",
        [
            (1, "a", 0.001),
            (1, "b", 0.004),
            (1, "c", 0.012),
            (1, "d", 0.05),
            (1, "e", 0.05),
            (1, "f", 0.05),
        ],
        [(0.006, True), (0.012, True), (0.024, True), (0.05, True), (0.05, True), (0.05, True)],
        "significant",
    )
    yield by_family(
        "a tie below a larger p-value",
        [(1, "a", 0.02), (1, "b", 0.02), (1, "c", 0.9)],
        [(0.03, True), (0.03, True), (0.9, False)],
        "bh",
    )
    yield by_family("a single test at 0.05", [(1, "orders", 0.05)], [(0.05, True)], "significant")
    yield by_family(
        "a little above 0.05", [(1, "orders", 0.0501)], [(0.0501, False)], "significant"
    )
    yield by_family(
        "p of 0 and of 1",
        [(1, "clicks", 1.0), (1, "orders", 0.0)],
        [(1.0, False), (0.0, True)],
        "bh",
    )
    yield by_family(
        "two experiments",
        [(1, "clicks", 0.03), (2, "clicks", 0.5), (2, "orders", 0.6), (2, "revenue", 0.7)],
        [(0.03, True), (0.7, False), (0.7, False), (0.7, False)],
        "family",
    )
    yield by_family(
        "a metric that was not measured",
        [(1, "clicks", 0.04), (1, "orders", None), (1, "revenue", 0.02)],
        [(0.04, True), (None, False), (0.04, True)],
        "missing",
    )
    yield by_family(
        "an experiment without any p-value",
        [(1, "clicks", None), (1, "orders", None), (2, "clicks", 0.04)],
        [(None, False), (None, False), (0.04, True)],
        "missing",
    )
    yield by_family(
        "the same metric twice in an experiment",
        [(1, "orders", 0.04), (1, "orders", 0.03), (1, "clicks", 0.5)],
        [(0.06, False), (0.06, False), (0.5, False)],
        "every_row",
    )
    yield by_family(
        "two rows that are alike",
        [(1, "orders", 0.03), (1, "orders", 0.03), (1, "clicks", 0.9)],
        [(0.045, True), (0.045, True), (0.9, False)],
        "every_row",
    )
    big = [(2, f"metric {n:02}", round(0.02 * n, 2)) for n in range(1, 41)]
    yield by_family(
        "a small experiment beside one with forty metrics",
        [(1, "orders", 0.04), *big],
        [(0.04, True), *[(0.8, False)] * 40],
        "family",
    )
    yield by_family(
        "the ten of the lesson",
        [(1, f"metric {n}", p) for n, p in enumerate(TEN, 1)],
        [
            (q, q <= 0.05)
            for q in (0.01, 0.04, 0.04, 0.0525, 0.068, 0.41 / 6, 0.3, 0.525, 2 / 3, 0.9)
        ],
    )
    yield by_family("no tests", [], [])


def draw_tests(rng):
    metrics = ["clicks", "orders", "revenue", "latency", "returns"]
    rows = []
    for experiment_id in rng.sample(range(1, 9), rng.randint(1, 3)):
        for _ in range(rng.choice([1, 3, 5, 9])):
            p = maybe_none(rng, p_value(rng), share=0.12)
            rows.append((experiment_id, rng.choice(metrics), p))
    rows = with_repeats(rng, rows, share=0.1)
    return draw_tests(rng) if valid({"tests": rows}) else rows


def cases(rng):
    yield from adjust_by_hand()
    for n in range(1, 17):
        method = METHODS[n % 4]
        yield Case(f"random family {n}, {method}", {"p": family(rng), "method": method})

    yield from profile_by_hand()
    for n in range(1, 16):
        method = (*METHODS, "none")[n % 5]
        yield Case(f"random dashboards {n}, {method}", draw_profile(rng, method))
    yield Case(
        "forty dashboards with twenty metrics, five of them real",
        draw_profile(rng, "bh", rows=40, columns=20, effects=5, alpha=0.05),
    )

    yield from families_by_hand()
    for n in range(1, 19):
        yield by_family(f"random experiments {n}", draw_tests(rng))
