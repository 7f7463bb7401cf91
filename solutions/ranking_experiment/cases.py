"""Inputs for ranking_experiment: one small case per trap, then random ones.

In a case of `ctr_effect` the standard error is 0 but for rounding, or clearly above 1e-12, so that
the last digits never decide whether there is one (see `valid`).
"""

from math import log2

import numpy as np

from grader.authoring import Case

A, B = "A", "B"


def cases(rng):
    yield from ndcg_by_hand()
    yield from draft_by_hand()
    yield from verdict_by_hand()
    yield from effect_by_hand()
    for n in range(1, 13):
        yield Case(f"random grades {n}", random_grades(rng), answers=["ndcg_at_k"])
    for n in range(1, 16):
        yield Case(f"random draft {n}", random_draft(rng), answers=["team_draft"])
    for n in range(1, 13):
        yield Case(f"random pages {n}", random_pages(rng), answers=["interleaving_verdict"])
    for n in range(1, 13):
        yield Case(f"random users {n}", random_users(rng), answers=["ctr_effect"])


# --- the contract -------------------------------------------------------------------------------


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "relevance" in inputs:
        return None if max(inputs["relevance"], default=0) <= 10 else "A grade is 10 at most."
    if "coins" in inputs:
        return None if set(inputs["coins"]) <= {0, 1} else "A coin is 0 or 1."
    if "treated" not in inputs:
        return valid_log(inputs["impressions"])
    return valid_users(**inputs)


def valid_log(rows):
    if len({(session, position) for session, position, *_ in rows}) < len(rows):
        return "A session has at most one row for a position."
    if any(position < 1 for _, position, *_ in rows):
        return "Positions count from 1."
    if any(team not in (A, B) for *_, team, _ in rows):
        return "team is 'A' or 'B'."
    if any(clicks < 0 for *_, clicks in rows):
        return "clicks is 0 or more."
    return None


def valid_users(clicks, impressions, treated):
    if not len(clicks) == len(impressions) == len(treated):
        return None
    if max(np.abs(clicks).max(initial=0), np.abs(impressions).max(initial=0)) > 1_000_000:
        return "Nobody has more than a million impressions."
    seen = impressions > 0
    if (clicks[seen] > impressions[seen]).any():
        return "Nobody has more clicks than impressions."
    if (clicks < 0).any() or (impressions < 0).any() or clicks[impressions == 0].any():
        return None
    residuals = []
    for arm in (seen & treated, seen & ~treated):
        if arm.sum() < 2:
            return None
        c, m = clicks[arm], impressions[arm]
        residuals.append(abs(c - c.sum() / m.sum() * m).max() / m.sum())
    # The largest residual decides whether there is a standard error at all.
    return None if max(residuals) < 1e-14 or max(residuals) > 1e-7 else "se_user is not near 1e-12."


# --- by hand ------------------------------------------------------------------------------------


def ndcg_by_hand():
    def case(name, relevance, k, expected, rule="gain"):
        return Case(
            name,
            {"relevance": relevance, "k": k},
            rule=rule,
            expected={"ndcg_at_k": expected},
            answers=["ndcg_at_k"],
        )

    lesson = (7 + 3 / log2(3) + 1 / log2(5)) / (7 + 3 / log2(3) + 1 / 2)
    yield case("grades: the example of the lesson", [3, 2, 0, 1], 4, lesson)
    yield case("grades: the example, cut at 2", [3, 2, 0, 1], 2, 1.0, "ideal")
    yield case("k = 1, the best on top", [2, 1, 0], 1, 1.0)
    yield case("k = 1, the second best on top", [1, 2], 1, 1 / 3)
    yield case(
        "the best item lies below k", [0, 1, 3], 2, (1 / log2(3)) / (7 + 1 / log2(3)), "ideal"
    )
    yield case("only the item below k is relevant", [0, 0, 1], 2, 0.0, "ideal")
    yield case("the best item comes second", [0, 1], 2, 1 / log2(3))
    yield case("k beyond the list", [0, 1], 9, 1 / log2(3))
    yield case("a single result", [3], 1, 1.0)
    yield case("a single useless result", [0], 1, 0.0, "nothing")
    yield case("all grades are 0", [0, 0, 0], 2, 0.0, "nothing")
    yield case("no results", [], 3, 0.0, "nothing")
    yield case("equal grades", [2, 2, 2], 2, 1.0)
    yield case("grades above 3", [1, 5], 2, (1 + 31 / log2(3)) / (31 + 1 / log2(3)))
    yield case("k = 0: nothing to score", [1, 0], 0, ValueError, "bad_grades")
    yield case("a negative k", [1, 0], -1, ValueError, "bad_grades")
    yield case("no results and k = 0", [], 0, ValueError, "bad_grades")
    yield case("a negative grade", [1, -1], 1, ValueError, "bad_grades")


def draft_by_hand():
    def case(name, a, b, coins, k, expected, rule="turn"):
        if isinstance(expected, str):  # "p1A p2B": items and teams
            marks = expected.split()
            expected = {"ranking": [m[:-1] for m in marks], "team": [m[-1] for m in marks]}
        return Case(
            name,
            {"a": a.split(), "b": b.split(), "coins": coins, "k": k},
            rule=rule,
            expected={"team_draft": expected},
            answers=["team_draft"],
        )

    lesson = ("p1 p2 p3 p4", "p2 p5 p1 p6")
    yield case("draft: the example of the lesson", *lesson, [1, 0], 4, "p1A p2B p5B p3A")
    yield case("the other coins", *lesson, [0, 1], 4, "p2B p1A p3A p5B")
    yield case("one coin, A", "p q", "r s", [1], 1, "pA")
    yield case("one coin, B", "p q", "r s", [0], 1, "rB")
    yield case("the second pick needs no coin", "p q", "r s", [1], 2, "pA rB")
    yield case("B first every time", "p q", "r s", [0, 0], 3, "rB pA sB")
    yield case("A first every time", "p q", "r s", [1, 1], 3, "pA rB qA")
    yield case("identical lists", "p q r s", "p q r s", [0, 1], 4, "pB qA rA sB", "pick")
    yield case("disjoint lists: the end of A", "p", "r s t", [1, 1], 3, "pA", "end")
    yield case("the smaller list ends, B to pick", "p", "r s t", [1], 5, "pA", "end")
    yield case("the longer list is not used up", "p q r s", "t", [1, 1], 4, "pA tB", "end")
    yield case("the other's pick empties a list", "p q", "q", [1, 1], 3, "pA qB", "end")
    yield case("A places the only item of B", "p q", "p", [1, 1], 3, "pA", "end")
    yield case("the end of a list costs no coin", "p q", "r s", [0, 1], 6, "rB pA qA", "end")
    yield case("B's last item is gone when B is to pick", "q p", "r q", [0, 1], 4, "rB qA", "end")
    yield case("the item that both want", "p q r", "p r q", [1, 1], 3, "pA rB qA", "pick")
    yield case(
        "credit: placed by A, ranked higher by B",
        "p q r",
        "q r s",
        [1, 1],
        4,
        "pA qB rA",
        "pick",
    )
    yield case(
        "credit: B picks what A ranks higher", "p r s", "q p r", [0, 0], 3, "qB pA rB", "pick"
    )
    yield case("spare coins", "p q", "r s", [1, 0, 1, 1], 2, "pA rB")
    yield case("a list is empty", "", "p q", [1], 2, "", "end")
    yield case("the other list is empty, without coins", "p q", "", [], 2, "", "end")
    yield case("k = 0", "p q", "r s", [1], 0, "", "end")
    yield case("no coin at all", "p q", "r s", [], 1, ValueError, "bad_lists")
    yield case("the second coin is missing", "p q", "r s", [1], 3, ValueError, "bad_lists")
    yield case("k below 0", "p q", "r s", [1], -1, ValueError, "bad_lists")
    yield case("an item twice in a", "p p", "r s", [1], 2, ValueError, "bad_lists")
    yield case("an item twice in b", "p q", "r r", [1], 2, ValueError, "bad_lists")
    yield case("an item twice, and k = 0", "p p", "r s", [1], 0, ValueError, "bad_lists")


def verdict_by_hand():
    def case(name, sessions, expected, rule="votes"):
        """A session: clicks by position, as in "A5 B0"."""
        rows = [
            (session, position, mark[0], int(mark[1:]))
            for session, marks in enumerate(sessions, 1)
            for position, mark in enumerate(marks.split(), 1)
        ]
        keys = ("wins_a", "wins_b", "ties", "delta_ab", "p_value")
        wanted = dict(zip(keys, expected))
        return Case(
            name,
            {"impressions": rows},
            rule=rule,
            expected={"interleaving_verdict": wanted},
            answers=["interleaving_verdict"],
        )

    yield case(
        "votes: the example of the lesson",
        ["A1 B0", "B5 A1 A1", "B1 A1", "A0 B0"],
        (2, 0, 1, 1 / 3, 0.5),
    )
    yield case("one session for B", ["A0 B1"], (0, 1, 0, -0.5, 1.0))
    yield case("one session for A", ["A1 B0"], (1, 0, 0, 0.5, 1.0))
    yield case("five clicks on one result", ["A5 B1 B1 A0"], (0, 1, 0, -0.5, 1.0), "clicked")
    yield case("five clicks and one click are a tie", ["B5 A1"], (0, 0, 1, 0.0, 1.0), "clicked")
    yield case("sessions without clicks", ["A0 B0", "B0 A0", "A1 B0"], (1, 0, 0, 0.5, 1.0))
    yield case("no session has a click", ["A0 B0", "B0 A0"], (0, 0, 0, None, 1.0), "delta")
    yield case("an empty log", [], (0, 0, 0, None, 1.0), "delta")
    yield case("only ties", ["A1 B1", "B2 A1"], (0, 0, 2, 0.0, 1.0), "sign_test")
    yield case("one win each", ["A1 B0", "A0 B1"], (1, 1, 0, 0.0, 1.0), "sign_test")
    yield case("five to nothing", ["B1 A0"] * 5, (0, 5, 0, -0.5, 1 / 16), "sign_test")
    yield case(
        "ties: five wins beside four ties",
        ["A1 B0"] * 5 + ["A1 B1"] * 4,
        (5, 0, 4, 5 / 18, 1 / 16),
        "sign_test",
    )
    yield case(
        "ties are halves: 1 to 0 with a tie", ["A1 B0", "A1 B1"], (1, 0, 1, 0.25, 1.0), "delta"
    )
    yield case("5 wins to 1", ["A1 B0"] * 5 + ["B1"], (5, 1, 0, 1 / 3, 14 / 64), "sign_test")
    yield case("2 wins to 4", ["A1"] * 2 + ["B1"] * 4, (2, 4, 0, -1 / 6, 44 / 64), "sign_test")
    yield case("a long session has one vote", ["A1 A1 A1 A1", "B1", "B1"], (1, 2, 0, -1 / 6, 1.0))
    yield case("a page of one team only", ["A2 A0"], (1, 0, 0, 0.5, 1.0))
    yield case(
        "60 of 100: the sign test",
        ["A1"] * 60 + ["B1"] * 40,
        (60, 40, 0, 0.1, 0.05688793364098),
        "sign_test",
    )


def effect_by_hand():
    def case(name, control, treatment, expected=None, rule="se_user", **more):
        """Users of both arms, each as (clicks, impressions)."""
        users = [(c, m, t) for t, arm in enumerate((control, treatment)) for c, m in arm]
        clicks, impressions, treated = (list(x) for x in zip(*users)) if users else ([], [], [])
        inputs = {
            "clicks": clicks,
            "impressions": impressions,
            "treated": [bool(t) for t in treated],
        }
        return Case(
            name,
            {**inputs, **more},
            rule=rule,
            expected={} if expected is None else {"ctr_effect": expected},
            answers=["ctr_effect"],
        )

    lesson = [(0, 2), (4, 6)], [(4, 4), (2, 4)]
    yield case(
        "users: the example of the lesson",
        *lesson,
        {
            "ctr_control": 0.5,
            "ctr_treatment": 0.75,
            "diff": 0.25,
            "se_user": (1 / 16 + 1 / 16) ** 0.5,
            "se_naive": (0.25 / 8 + 0.1875 / 8) ** 0.5,
            "p_value": 0.4795001221869535,
        },
    )
    yield case(
        "control is better, with a small standard error",
        [(3, 4), (2, 4)],
        [(1, 2), (1, 6)],
        {
            "ctr_control": 0.625,
            "ctr_treatment": 0.25,
            "diff": -0.375,
            "se_user": (1 / 64 + 1 / 64) ** 0.5,
            "se_naive": (0.234375 / 8 + 0.1875 / 8) ** 0.5,
            "p_value": 0.0338948535246893,
        },
        "normal",
    )
    yield case("a heavy user", [(1, 2), (0, 1), (1, 3)], [(80, 100), (0, 2), (1, 3)], rule="rate")
    yield case("no difference", [(1, 2), (2, 8)], [(1, 2), (2, 8)], rule="normal")
    yield case("nobody clicks in control", [(0, 3), (0, 5)], [(1, 4), (3, 4)], rule="se_naive")
    yield case(
        "everybody clicks in the treatment", [(1, 4), (3, 4)], [(3, 3), (2, 2)], rule="se_naive"
    )
    yield case(
        "users who search more click less", [(2, 2), (1, 10), (0, 6)], [(3, 3), (2, 9), (1, 2)]
    )
    yield case("clicks go with impressions", [(1, 2), (5, 10), (4, 6)], [(2, 3), (5, 9), (1, 2)])
    yield case(
        "users without impressions",
        [(1, 2), (1, 6), (0, 0)],
        [(3, 4), (0, 0), (2, 4), (0, 0)],
        rule="users",
    )
    yield case("one impression each", [(0, 1), (1, 1), (0, 1)], [(1, 1), (1, 1), (0, 1)])
    yield case("arms of different size", [(1, 2), (0, 3), (2, 5), (1, 1)], [(1, 2), (2, 3)])
    bad = "bad_counts"
    yield case("clicks too short", *lesson, ValueError, bad, clicks=[0, 4, 4])
    yield case("impressions too long", *lesson, ValueError, bad, impressions=[2, 6, 4, 4, 1])
    yield case("treated too short", *lesson, ValueError, bad, treated=[False, False, True])
    yield case(
        "treated too long", *lesson, ValueError, bad, treated=[False, False, True, True, True]
    )
    yield case("clicks too long", *lesson, ValueError, bad, clicks=[0, 4, 4, 2, 0])
    yield case("negative clicks", [(-1, 2), (4, 6)], lesson[1], ValueError, bad)
    yield case("negative impressions", [(0, -1), *lesson[0]], lesson[1], ValueError, bad)
    yield case("clicks without impressions", [(1, 0), *lesson[0]], lesson[1], ValueError, bad)
    yield case("one user in control", [(1, 2)], lesson[1], ValueError, bad)
    yield case("one user in the treatment", lesson[0], [(1, 2)], ValueError, bad)
    yield case("one user with impressions", lesson[0], [(1, 2), (0, 0)], ValueError, bad)
    yield case("nobody in the treatment", lesson[0], [], ValueError, bad)
    yield case("nobody at all", [], [], ValueError, bad)
    yield case(
        "all at one rate: no standard error", [(1, 2), (2, 4)], [(1, 2), (3, 6)], ValueError, bad
    )
    yield case(
        "a standard error of rounding only", [(1, 10), (3, 30)], [(2, 20), (7, 70)], ValueError, bad
    )
    yield case("only one arm varies", [(1, 2), (2, 4)], [(1, 4), (3, 4)])


# --- at random ----------------------------------------------------------------------------------


def random_grades(rng):
    relevance = [rng.choice([0, 0, 0, 1, 1, 2, 3]) for _ in range(rng.randint(0, 10))]
    return {"relevance": relevance, "k": rng.choice([1, 2, 3, 4, 8, 12])}


def random_draft(rng):
    items = [f"p{n}" for n in range(1, rng.randint(2, 9))]
    a, b = (rng.sample(items, rng.randint(1, len(items))) for _ in range(2))
    k = rng.choice([1, 2, 3, 4, 8])
    coins = [rng.randint(0, 1) for _ in range(rng.choice([1, 2, 4, 4, 4, 5]))]
    return {"a": a, "b": b, "coins": coins, "k": k}


def random_pages(rng):
    rows, taste = [], rng.choice([0.3, 0.5, 0.8])
    for session in rng.sample(range(100, 200), rng.randint(0, 14)):
        for position in range(1, rng.randint(1, 5) + 1):
            team = rng.choice([A, B])
            seen = rng.random() < (taste if team == A else 0.5) / position**0.5
            rows.append((session, position, team, rng.choice([1, 1, 1, 2, 5]) if seen else 0))
    return {"impressions": rows}


def random_users(rng):
    draw = np.random.default_rng(rng.randrange(2**32))
    users = int(draw.integers(6, 25))
    impressions = draw.geometric(0.2, users) * (draw.random(users) > 0.1)
    clicks = draw.binomial(impressions, draw.beta(2, 3, users))
    inputs = {"clicks": clicks, "impressions": impressions, "treated": draw.random(users) < 0.5}
    return inputs if valid_users(**inputs) is None else random_users(rng)
