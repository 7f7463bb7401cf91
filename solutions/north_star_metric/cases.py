"""Inputs for the north star: small hand-made ones, each for one mistake, then random ones."""

from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise

from grader.authoring import Case, maybe_none, on_grid, with_repeats

METRICS = ["clicks", "categories", "repeat_orders", "revenue", "subscriptions"]
GATES = ("min_coverage", "max_top1_share", "min_sensitivity", "min_agreement")


# --- weekly_candidates -------------------------------------------------------------------------


def weekly(name, visits, orders, expected=None, rule=""):
    return Case(
        name,
        {"visits": visits, "orders": orders},
        rule=rule,
        expected={} if expected is None else {"weekly_candidates": expected},
        answers=["weekly_candidates"],
    )


def weeks_by_hand():
    yield weekly(
        "one user, a visit and an order",
        [(1, "2025-03-05")],
        [(1, 1, "2025-03-05", 20.0, "delivered")],
        [("2025-03-03", 1, 1, 0, 1, 20.0)],
    )
    yield weekly(
        "Sunday and Monday are two weeks",
        [(1, "2025-03-09"), (1, "2025-03-10")],
        [(1, 1, "2025-03-09", 5.0, "delivered"), (2, 1, "2025-03-10", 7.0, "delivered")],
        [("2025-03-03", 1, 1, 0, 1, 5.0), ("2025-03-10", 1, 1, 0, 1, 7.0)],
        rule="weeks",
    )
    yield weekly(
        "weeks across New Year",
        [(1, "2024-12-30"), (2, "2025-01-01"), (3, "2025-01-05"), (1, "2025-01-06")],
        [(1, 1, "2024-12-31", 10.0, "delivered"), (2, 1, "2025-01-01", 15.0, "delivered")],
        [("2024-12-30", 3, 1, 1, 2, 25.0), ("2025-01-06", 1, 0, 0, 0, 0.0)],
        rule="weeks",
    )
    yield weekly(
        "a silent month",
        [(1, "2025-03-03")],
        [(1, 1, "2025-04-02", 10.0, "delivered")],
        [
            ("2025-03-03", 1, 0, 0, 0, 0.0),
            ("2025-03-10", 0, 0, 0, 0, 0.0),
            ("2025-03-17", 0, 0, 0, 0, 0.0),
            ("2025-03-24", 0, 0, 0, 0, 0.0),
            ("2025-03-31", 0, 1, 0, 1, 10.0),
        ],
        rule="weeks",
    )
    yield weekly(
        "orders without visits",
        [],
        [(1, 1, "2025-03-05", 20.0, "delivered"), (2, 2, "2025-03-19", 30.0, "returned")],
        [
            ("2025-03-03", 0, 1, 0, 1, 20.0),
            ("2025-03-10", 0, 0, 0, 0, 0.0),
            ("2025-03-17", 0, 1, 0, 1, 0.0),
        ],
        rule="active",
    )
    yield weekly(
        "visits only",
        [(1, "2025-03-05"), (2, "2025-03-07"), (1, "2025-03-12")],
        [],
        [("2025-03-03", 2, 0, 0, 0, 0.0), ("2025-03-10", 1, 0, 0, 0, 0.0)],
        rule="active",
    )
    yield weekly("both tables are empty", [], [], [], rule="weeks")
    yield weekly(
        "one user came twice and was written down twice",
        [(1, "2025-03-05"), (1, "2025-03-05"), (1, "2025-03-06"), (2, "2025-03-06")],
        [],
        [("2025-03-03", 2, 0, 0, 0, 0.0)],
        rule="active",
    )
    yield weekly(
        "one kept and one cancelled order",
        [],
        [(1, 1, "2025-03-04", 20.0, "delivered"), (2, 1, "2025-03-05", 30.0, "cancelled")],
        [("2025-03-03", 0, 1, 0, 1, 20.0)],
        rule="kept",
    )
    yield weekly(
        "the only order is cancelled",
        [(1, "2025-03-05")],
        [(1, 1, "2025-03-05", 30.0, "cancelled")],
        [("2025-03-03", 1, 0, 0, 0, 0.0)],
        rule="kept",
    )
    yield weekly(
        "the first and the last date belong to cancelled orders",
        [(1, "2025-03-12")],
        [(1, 2, "2025-03-05", 30.0, "cancelled"), (2, 2, "2025-03-17", 10.0, "cancelled")],
        [
            ("2025-03-03", 0, 0, 0, 0, 0.0),
            ("2025-03-10", 1, 0, 0, 0, 0.0),
            ("2025-03-17", 0, 0, 0, 0, 0.0),
        ],
        rule="weeks",
    )
    yield weekly(
        "a returned order makes a buyer and no money",
        [],
        [(1, 1, "2025-03-04", 20.0, "returned"), (2, 1, "2025-03-05", 30.0, "delivered")],
        [("2025-03-03", 0, 1, 1, 2, 30.0)],
        rule="kept",
    )
    yield weekly(
        "two orders on one day, three in a week, one each of two users",
        [],
        [
            (1, 1, "2025-03-04", 10.0, "delivered"),
            (2, 1, "2025-03-04", 10.0, "delivered"),
            (3, 2, "2025-03-05", 10.0, "delivered"),
            (4, 2, "2025-03-06", 10.0, "returned"),
            (5, 2, "2025-03-07", 10.0, "delivered"),
            (6, 3, "2025-03-07", 10.0, "delivered"),
            (7, 4, "2025-03-08", 10.0, "delivered"),
        ],
        [("2025-03-03", 0, 4, 2, 7, 60.0)],
        rule="repeat",
    )
    yield weekly(
        "an order in each of two weeks is no repeat",
        [],
        [(1, 1, "2025-03-04", 10.0, "delivered"), (2, 1, "2025-03-11", 10.0, "delivered")],
        [("2025-03-03", 0, 1, 0, 1, 10.0), ("2025-03-10", 0, 1, 0, 1, 10.0)],
        rule="repeat",
    )
    yield weekly(
        "who came did not buy, and who bought did not come",
        [(1, "2025-03-05")],
        [(1, 2, "2025-03-05", 12.5, "delivered")],
        [("2025-03-03", 1, 1, 0, 1, 12.5)],
        rule="active",
    )
    yield weekly("worked example: three weeks", WORKED_VISITS, WORKED_ORDERS, WORKED_WEEKS)


# What the lesson works out by hand.
WORKED_VISITS = [
    (1, "2025-03-03"),
    (1, "2025-03-09"),
    (2, "2025-03-05"),
    (3, "2025-03-20"),
]
WORKED_ORDERS = [
    (11, 1, "2025-03-04", 20.0, "delivered"),
    (12, 1, "2025-03-08", 30.0, "returned"),
    (13, 2, "2025-03-05", 50.0, "cancelled"),
    (14, 4, "2025-03-23", 15.0, "delivered"),
]
WORKED_WEEKS = [
    ("2025-03-03", 2, 1, 1, 2, 20.0),
    ("2025-03-10", 0, 0, 0, 0, 0.0),
    ("2025-03-17", 1, 1, 0, 1, 15.0),
]

MONDAYS = [dt.date(2024, 12, 23), dt.date(2025, 3, 3), dt.date(2024, 2, 26)]


def draw_weeks(rng):
    start = rng.choice(MONDAYS)

    def day():
        week = rng.choice([0, 0, 1, 1, 2, 6])
        return str(
            start + dt.timedelta(days=7 * week + on_grid(rng, [0, 6], lambda: rng.randrange(7)))
        )

    visits = [(rng.randint(1, 5), day()) for _ in range(rng.randint(0, 10))]
    orders = [
        (
            order_id,
            rng.randint(1, 5),
            day(),
            rng.choice([0.0, 9.99, 12.5, 20.0, 99.95]),
            rng.choice(["delivered", "delivered", "returned", "cancelled"]),
        )
        for order_id in rng.sample(range(1, 60), rng.randint(0, 12))
    ]
    return {"visits": with_repeats(rng, visits), "orders": orders}


# --- metric_scorecard --------------------------------------------------------------------------


def user_rows(values, **columns):
    """One row per value of value_180d; metrics that are not given are 0."""
    return [
        (number + 1, *(columns.get(metric, [0] * len(values))[number] for metric in METRICS), value)
        for number, value in enumerate(values)
    ]


def scorecard(name, values, columns, metrics, expected=None, rule=""):
    return Case(
        name,
        {"users": user_rows(values, **columns), "metrics": metrics},
        rule=rule,
        expected={} if expected is None else {"metric_scorecard": expected},
        answers=["metric_scorecard"],
    )


def scorecards_by_hand():
    yield scorecard(
        "worked example: five users",
        [40, 10, 20, 30, 900],
        {"clicks": [None, 9, 7, 0, 84]},
        ["clicks"],
        # ranks 1.5, 4, 3, 1.5, 5 against 4, 1, 2, 3, 5
        [("clicks", 0.6, 0.84, 0.5 / math.sqrt(9.5 * 10))],
    )
    yield scorecard(
        "a single user",
        [10],
        {"clicks": [4], "revenue": [None]},
        ["clicks", "revenue"],
        [("clicks", 1.0, 1.0, None), ("revenue", 0.0, None, None)],
        rule="predictive",
    )
    yield scorecard(
        "seven users: one of them is the top 1%",
        [7, 1, 2, 3, 4, 5, 6],
        {"repeat_orders": [4, 0, 0, 1, 1, 2, 2]},
        ["repeat_orders"],
        # ranks 7, 1.5, 1.5, 3.5, 3.5, 5.5, 5.5: three pairs of ties take 1.5 off the variance of 28
        [("repeat_orders", 5 / 7, 0.4, 26.5 / math.sqrt(26.5 * 28))],
        rule="top1",
    )
    for n in (250, 950):
        top = 3 if n == 250 else 10
        yield scorecard(
            f"{n} users: the top 1% is rounded up to {top}",
            list(range(n)),
            {"revenue": [100 if i < top else 1 for i in range(n)]},
            ["revenue"],
            # top users at the bottom of value: ranks of two groups, against 1 .. n
            [("revenue", 1.0, 100 * top / (99 * top + n), -math.sqrt(3 * top * (n - top) / (n * n - 1)))],
            rule="top1",
        )  # fmt: skip
    yield scorecard(
        "100 users: one of them, and not two",
        list(range(100)),
        {"revenue": [8, 8] + [0] * 98},
        ["revenue"],
        [("revenue", 0.02, 0.5, -math.sqrt(3 * 2 * 98 / 9999))],
        rule="top1",
    )
    yield scorecard(
        "101 users: two of them, though only three bought",
        [5] * 101,
        {"revenue": [8, 4, 4] + [0] * 98},
        ["revenue"],
        [("revenue", 3 / 101, 0.75, None)],
        rule="top1",
    )
    yield scorecard(
        "a metric that nobody ever moved",
        [1, 2, 3],
        {"clicks": [0, 0, 0], "revenue": [None, None, None]},
        ["clicks", "revenue"],
        [("clicks", 0.0, None, None), ("revenue", 0.0, None, None)],
        rule="undefined",
    )
    yield scorecard(
        "a metric that is the same for all",
        [1, 2, 3, 4],
        {"clicks": [2, 2, 2, 2]},
        ["clicks"],
        [("clicks", 1.0, 0.25, None)],
        rule="predictive",
    )
    yield scorecard(
        "the later value is the same for all",
        [5, 5, 5, 5],
        {"clicks": [1, 2, 3, 4]},
        ["clicks"],
        [("clicks", 1.0, 0.4, None)],
        rule="predictive",
    )
    yield scorecard(
        "a quarter of the column is NULL",
        [1, 2, 3, 4, 8, 7, 6, 5],
        {"subscriptions": [None, None, 0, 1, 2, 2, 1, 2]},
        ["subscriptions"],
        # ranks 2, 2, 2, 4.5, 7, 7, 4.5, 7 against 1, 2, 3, 4, 8, 7, 6, 5
        [("subscriptions", 0.625, 0.25, 35 / math.sqrt(37.5 * 42))],
        rule="zeros",
    )
    yield scorecard(
        "NULL for all who came to nothing, without ties among the others",
        [1, 2, 3, 4],
        {"subscriptions": [None, None, 2, 1]},
        ["subscriptions"],
        # ranks 1.5, 1.5, 4, 3: deviations -1, -1, 1.5, 0.5
        [("subscriptions", 0.5, 2 / 3, 3.5 / math.sqrt(4.5 * 5))],
        rule="zeros",
    )
    yield scorecard(
        "one whale, and otherwise the wrong way round",
        [1, 2, 3, 4, 1000],
        {"revenue": [4, 3, 2, 1, 1000]},
        ["revenue"],
        [("revenue", 1.0, 1000 / 1010, 0.0)],
        rule="predictive",
    )
    yield scorecard(
        "most users at 0: ties get the average rank",
        [4, 3, 2, 1],
        {"clicks": [1, 0, 0, 0]},
        ["clicks"],
        # ranks 4, 2, 2, 2: deviations 1.5, -.5, -.5, -.5
        [("clicks", 0.25, 1.0, 3 / math.sqrt(3 * 5))],
        rule="predictive",
    )
    yield scorecard(
        "ties in the later value",
        [3, 3, 1, 0, 0],
        {"clicks": [1, 5, 4, 3, 2]},
        ["clicks"],
        # ranks 1, 5, 4, 3, 2 against 4.5, 4.5, 3, 1.5, 1.5
        [("clicks", 1.0, 1 / 3, 1.5 / math.sqrt(10 * 9))],
        rule="predictive",
    )
    yield scorecard(
        "values below 1 count, and later value may be a loss",
        [-5, 2, -1, 0],
        {"revenue": [0, 0.5, 0.25, 0.25]},
        ["revenue"],
        # ranks 1, 4, 2.5, 2.5 against 1, 4, 2, 3
        [("revenue", 0.75, 0.5, 4.5 / math.sqrt(4.5 * 5))],
        rule="coverage",
    )
    yield scorecard(
        "three metrics of five, in another order than the columns",
        [1, 2, 3],
        {"clicks": [1, 2, 3], "categories": [1, 1, 1], "revenue": [9, 0, 0]},
        ["revenue", "categories", "clicks"],
        [
            ("revenue", 1 / 3, 1.0, -1.5 / math.sqrt(1.5 * 2)),
            ("categories", 1.0, 1 / 3, None),
            ("clicks", 1.0, 0.5, 1.0),
        ],
    )
    one = {"clicks": [1, 2]}
    yield scorecard("no users", [], {}, ["clicks"], ValueError, rule="errors")
    yield scorecard("no metrics", [1, 2], one, [], ValueError, rule="errors")
    yield scorecard(
        "an unknown column beside a known one",
        [1, 2],
        one,
        ["clicks", "clickz"],
        ValueError,
        rule="errors",
    )


def draw_users(rng):
    n = rng.choice([2, 3, 4, 5, 6, 8, 12])

    def column():
        gaps = rng.choice([0.0, 0.25])
        values = [
            on_grid(rng, [0, 0, 1, 2, 5], lambda: rng.randint(0, 400) / 4, share=0.7)
            for _ in range(n)
        ]
        return [maybe_none(rng, value, share=gaps) for value in values]

    values = [on_grid(rng, [0, 10, 20], lambda: rng.randint(-40, 400) / 4) for _ in range(n)]
    metrics = rng.sample(METRICS, rng.randint(1, 5))
    return {
        "users": user_rows(values, **{metric: column() for metric in METRICS}),
        "metrics": metrics,
    }


# --- experiment_alignment ----------------------------------------------------------------------


def past(name, rows, expected=None, rule=""):
    return Case(
        name,
        {"past_experiments": rows},
        rule=rule,
        expected={} if expected is None else {"experiment_alignment": expected},
        answers=["experiment_alignment"],
    )


def experiments_by_hand():
    yield past(
        "worked example: five experiments",
        [
            (1, "clicks", 3.0, 1.0, -0.5),
            (2, "clicks", -2.0, 1.0, -1.0),
            (3, "clicks", 1.5, 1.0, 2.0),
            (4, "clicks", None, 1.0, 1.0),
            (5, "clicks", 2.5, 0.0, 1.0),
        ],
        [("clicks", 3, 2, 2 / 3, 0.5)],
    )
    yield past(
        "effect / se is exactly 1.96",
        [(1, "clicks", 0.49, 0.25, 1.0), (2, "clicks", -0.49, 0.25, -1.0)],
        [("clicks", 2, 2, 1.0, 1.0)],
        rule="detected",
    )
    yield past(
        "just below 1.96, though well above 1.645",
        [(1, "clicks", 1.9, 1.0, 1.0), (2, "clicks", 2.0, 1.0, 1.0)],
        [("clicks", 2, 1, 0.5, 1.0)],
        rule="detected",
    )
    yield past(
        "a large effect with a larger se",
        [(1, "clicks", 50.0, 40.0, 1.0), (2, "clicks", 0.1, 0.01, 1.0)],
        [("clicks", 2, 1, 0.5, 1.0)],
        rule="detected",
    )
    yield past(
        "a loss is detected, and agrees with a loss",
        [
            (1, "clicks", -3.0, 1.0, -2.0),
            (2, "clicks", -3.0, 1.0, 2.0),
            (3, "clicks", 0.0, 1.0, -1.0),
        ],
        [("clicks", 3, 2, 2 / 3, 0.5)],
        rule="detected",
    )
    yield past(
        "se of 0, and missing effects",
        [
            (1, "clicks", 3.0, 0.0, 1.0),
            (2, "clicks", 0.0, 0.0, 1.0),
            (3, "clicks", None, 1.0, 1.0),
            (4, "clicks", None, 0.0, 1.0),
            (5, "clicks", 3.0, 1.0, 1.0),
            (6, "clicks", 1.0, 1.0, 1.0),
        ],
        [("clicks", 2, 1, 0.5, 1.0)],
        rule="usable",
    )
    yield past(
        "a metric without any usable row keeps its row",
        [
            (1, "reviews", None, 1.0, 1.0),
            (2, "reviews", 2.0, 0.0, 1.0),
            (1, "clicks", 2.0, 1.0, 1.0),
        ],
        [("reviews", 0, 0, None, None), ("clicks", 1, 1, 1.0, 1.0)],
        rule="usable",
    )
    yield past(
        "nothing detected: no agreement to speak of",
        [(1, "clicks", 1.0, 1.0, 1.0), (2, "clicks", -1.0, 1.0, 1.0)],
        [("clicks", 2, 0, 0.0, None)],
        rule="undefined",
    )
    yield past(
        "a long-term effect of exactly 0 agrees with nothing",
        [
            (1, "clicks", 3.0, 1.0, 0.0),
            (2, "clicks", -3.0, 1.0, 0.0),
            (3, "clicks", 3.0, 1.0, 1.0),
        ],
        [("clicks", 3, 3, 1.0, 1 / 3)],
        rule="agreement",
    )
    yield past(
        "an effect that was not detected agrees, one that was does not",
        [(1, "clicks", 1.0, 1.0, 1.0), (2, "clicks", 3.0, 1.0, -1.0), (3, "clicks", 1.0, 1.0, -1.0)],
        [("clicks", 3, 1, 1 / 3, 0.0)],
        rule="agreement",
    )  # fmt: skip
    yield past(
        "same direction, very different size",
        [(1, "clicks", 3.0, 1.0, 0.01), (2, "clicks", 0.3, 0.1, 90.0)],
        [("clicks", 2, 2, 1.0, 1.0)],
        rule="agreement",
    )
    yield past(
        "two metrics of the same experiments",
        [
            (1, "clicks", 3.0, 1.0, -1.0),
            (2, "clicks", 4.0, 1.0, 1.0),
            (1, "repeat_orders", -2.5, 1.0, -1.0),
            (2, "repeat_orders", 1.0, 1.0, 1.0),
        ],
        [("clicks", 2, 2, 1.0, 0.5), ("repeat_orders", 2, 1, 0.5, 1.0)],
    )
    yield past("no experiments at all", [], [])


def draw_experiments(rng):
    rows = []
    for metric in rng.sample([*METRICS, "reviews"], rng.randint(1, 3)):
        for experiment_id in rng.sample(range(1, 20), rng.randint(1, 8)):
            # quarters over a power of two: every ratio is exact, and none but 0.49 / 0.25 is 1.96
            se = rng.choice([0.0, 0.25, 0.25, 0.5, 0.5, 1.0, 2.0])
            effect = on_grid(
                rng, [0.49, -0.49, 0.0, 0.5, -0.5], lambda: rng.randint(-20, 20) / 4, 0.5
            )
            long_term = on_grid(rng, [0.0, 1.0, -1.0], lambda: rng.randint(-12, 12) / 4)
            rows.append((experiment_id, metric, maybe_none(rng, effect, 0.1), se, long_term))
    return {"past_experiments": rows}


# --- choose_north_star -------------------------------------------------------------------------


def choice(name, rows, expected=None, rule="", gates=(0.25, 0.5, 0.25, 0.5)):
    return Case(
        name,
        {"scorecard": rows, **dict(zip(GATES, gates))},
        rule=rule,
        expected={"choose_north_star": expected},
        answers=["choose_north_star"],
    )


def choices_by_hand():
    good = (0.5, 0.25, 0.5, 0.5, 0.75)
    yield choice("one candidate, and it passes", [("clicks", *good)], "clicks")
    yield choice("an empty scorecard", [], None, rule="choice")
    yield choice(
        "the best predictor of those that pass",
        [("a", 0.5, 0.25, 0.25, 0.75, 0.75), ("b", *good), ("c", 0.5, 0.25, -0.5, 0.75, 0.75)],
        "b",
        rule="choice",
    )
    # A better predictor that fails one gate, beside one that passes.
    for gate, row in {
        "coverage": (0.125, 0.25, 0.9, 0.75, 0.75),
        "top1_share": (0.5, 0.75, 0.9, 0.75, 0.75),
        "sensitivity": (0.5, 0.25, 0.9, 0.125, 0.75),
        "agreement": (0.5, 0.25, 0.9, 0.75, 0.25),
    }.items():
        yield choice(
            f"a better predictor fails on {gate}", [("a", *row), ("b", *good)], "b", "gates"
        )
        yield choice(f"the only candidate fails on {gate}", [("a", *row)], None, "gates")
    for place, value in [(0, 0.25), (1, 0.5), (3, 0.25), (4, 0.5)]:
        row = [0.75, 0.25, 0.25, 0.75, 0.75]
        row[place] = value
        name = ("coverage", "top1_share", "predictive", "sensitivity", "agreement")[place]
        within = ("b", 0.75, 0.25, 0.125, 0.75, 0.75)
        yield choice(f"{name} lies exactly on its gate", [("a", *row), within], "a", "gates")
    for place, name in enumerate(
        ("coverage", "top1_share", "predictive", "sensitivity", "agreement")
    ):
        row = [0.75, 0.25, 0.9, 0.75, 0.75]
        row[place] = None
        yield choice(f"{name} is missing", [("a", *row), ("b", *good)], "b", "complete")
    yield choice(
        "predictive is missing, and there is no other candidate",
        [("a", 0.75, 0.25, None, 0.75, 0.75)],
        None,
        rule="complete",
    )
    yield choice(
        "nothing was measured",
        [("a", None, None, None, None, None)],
        None,
        rule="complete",
        gates=(0.0, 1.0, 0.0, 0.0),
    )
    yield choice(
        "gates that let everything through, and values of 0",
        [
            ("a", 0.0, 1.0, -0.5, 0.0, 0.0),
            ("b", 0.0, 0.0, 0.0, 0.0, 0.0),
            ("c", 0.5, 0.5, -0.75, 0.5, 0.5),
        ],
        "b",
        rule="gates",
        gates=(0.0, 1.0, 0.0, 0.0),
    )
    yield choice(
        "equal predictors: the more sensitive one",
        [("a", 0.5, 0.25, 0.5, 0.5, 0.75), ("b", 0.5, 0.25, 0.5, 0.75, 0.75)],
        "b",
        rule="choice",
    )
    yield choice(
        "more sensitive, and a worse predictor",
        [("a", 0.5, 0.25, 0.25, 0.75, 0.75), ("b", 0.5, 0.25, 0.5, 0.5, 0.75)],
        "b",
        rule="choice",
    )
    yield choice(
        "equal in both: the first in the alphabet",
        [("revenue", *good), ("clicks", *good), ("orders", *good)],
        "clicks",
        rule="choice",
    )
    yield choice(
        "string order: a capital comes before a small letter",
        [("clicks", *good), ("Orders", *good)],
        "Orders",
        rule="choice",
    )
    yield choice(
        "predictors equal to nine digits: the more sensitive one",
        [("a", 0.5, 0.25, 0.5 + 2e-10, 0.5, 0.75), ("b", 0.5, 0.25, 0.5, 0.75, 0.75)],
        "b",
        rule="choice",
    )
    yield choice(
        "predictors that differ in the ninth digit",
        [("a", 0.5, 0.25, 0.500000001, 0.5, 0.75), ("b", 0.5, 0.25, 0.5, 0.75, 0.75)],
        "a",
        rule="choice",
    )
    yield choice(
        "all equal to nine digits: the first in the alphabet",
        [("b", 0.5, 0.25, 0.5, 0.5 + 2e-10, 0.75), ("a", 0.5, 0.25, 0.5, 0.5, 0.75)],
        "a",
        rule="choice",
    )
    yield choice(
        "sensitivities that differ in the ninth digit",
        [("b", 0.5, 0.25, 0.5, 0.500000001, 0.75), ("a", 0.5, 0.25, 0.5, 0.5, 0.75)],
        "b",
        rule="choice",
    )
    yield choice(
        "five candidates, four fail one gate each",
        [
            ("clicks", 0.9, 0.2, 0.0, 0.7, 0.4),
            ("categories", 0.7, 0.1, 0.4, 0.1, 1.0),
            ("repeat_orders", 0.4, 0.1, 0.5, 0.5, 0.9),
            ("revenue", 0.6, 0.4, 0.3, 0.5, 0.9),
            ("subscriptions", 0.2, 0.1, 0.6, 0.4, 0.9),
        ],
        "repeat_orders",
        gates=(0.3, 0.25, 0.3, 0.8),
    )


def draw_scorecard(rng):
    eighths = [0.0, 0.125, 0.25, 0.5, 0.75, 1.0]

    def row(name):
        predictive = rng.choice([-0.5, 0.0, 0.25, 0.5, 0.5, 0.75])
        cells = [
            rng.choice(eighths[1:]),
            rng.choice(eighths[:-1]),
            predictive,
            *rng.choices(eighths[1:], k=2),
        ]
        return (name, *(maybe_none(rng, cell, 0.05) for cell in cells))

    # One candidate is well within every gate, so that the best may lie exactly on one.
    within = ("sessions", 0.875, 0.125, -0.75, 0.875, 0.875)
    names = rng.sample([*METRICS, "buyers", "visits"], rng.randint(1, 6))
    gates = (rng.choice([0.0, 0.125, 0.25]), rng.choice([0.5, 0.75, 1.0]),
             rng.choice([0.0, 0.125, 0.25]), rng.choice([0.0, 0.25, 0.5]))  # fmt: skip
    return {"scorecard": [within, *map(row, names)], **dict(zip(GATES, gates))}


# -----------------------------------------------------------------------------------------------


def cases(rng):
    yield from weeks_by_hand()
    for n in range(1, 16):
        yield Case(f"random weeks {n}", draw_weeks(rng), answers=["weekly_candidates"])
    yield from scorecards_by_hand()
    for n in range(1, 16):
        yield Case(f"random users {n}", draw_users(rng), answers=["metric_scorecard"])
    yield from experiments_by_hand()
    for n in range(1, 16):
        yield Case(
            f"random experiments {n}", draw_experiments(rng), answers=["experiment_alignment"]
        )
    yield from choices_by_hand()
    for n in range(1, 21):
        yield Case(f"random scorecard {n}", draw_scorecard(rng), answers=["choose_north_star"])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "min_coverage" in inputs:
        return _valid_scorecard(inputs)
    if "metrics" in inputs:
        return _valid_users(inputs)
    for _, _, _, amount, status in inputs.get("orders", ()):
        if status not in ("delivered", "returned", "cancelled"):
            return "orders.status is 'delivered', 'returned' or 'cancelled'."
        if not 0 <= amount < 1e9:
            return "orders.amount is a number from 0 to 1e9."
    return _valid_experiments(inputs.get("past_experiments", ()))


def _valid_experiments(rows):
    keys = [row[:2] for row in rows]
    if len(set(keys)) < len(keys):
        return "past_experiments has at most one row for an experiment and a metric."
    for _, _, effect, se, long_term_effect in rows:
        if not all(math.isfinite(number) for number in (effect or 0, se, long_term_effect)):
            return "effects and standard errors are finite."
        if se < 0 or 0 < se < 1e-9:
            return "past_experiments.se is 0, or a standard error of at least 1e-9."
        ratio = abs(effect) / se if effect is not None and se else 0
        if abs(ratio - 1.96) < 1e-6 and (ratio != 1.96 or abs(effect) != 1.96 * se):
            return "|effect| / se is exactly 1.96, or not so near to it."
    return None


def _valid_users(inputs):
    users, metrics = inputs["users"], inputs["metrics"]
    if len(set(metrics)) < len(metrics) or {"user_id", "value_180d"} & set(metrics):
        return "metrics names each metric once, and neither user_id nor value_180d."
    if math.ceil(0.01 * len(users)) != -(-len(users) // 100):
        return "a hundredth of the number of users is exact enough to be rounded up."
    for _, *cells, value in users:
        numbers = [cell for cell in cells if cell is not None]
        if not all(number == 0 or 1e-6 <= number <= 1e9 for number in numbers):
            return "a metric is NULL, 0, or a number from 1e-6 to 1e9."
        if not abs(value) <= 1e9:
            return "value_180d lies between -1e9 and 1e9."
    return None


def _valid_scorecard(inputs):
    gates = [inputs[name] for name in GATES]
    if not all(0 <= gate <= 1 for gate in gates):
        return "a gate is a number from 0 to 1."
    columns = list(zip(*inputs["scorecard"]))[1:] if inputs["scorecard"] else []
    for number, column in enumerate(columns):
        cells = sorted(cell for cell in column if cell is not None)
        low = -1 if number == 2 else 0
        if not all(low <= cell <= 1 for cell in cells):
            return "predictive lies between -1 and 1, the other columns between 0 and 1."
        if number != 2:
            gate = gates[number if number < 2 else number - 1]
            if any(0 < abs(cell - gate) < 1e-6 for cell in cells):
                return "a value lies exactly on its gate, or not so near to it."
        if number in (2, 3) and any(0.4 < cell * 1e9 % 1 < 0.6 for cell in cells):
            return "predictive and sensitivity do not lie between two values of nine digits."
        if number in (2, 3) and any(1e-13 < b - a < 1e-11 for a, b in pairwise(cells)):
            return "two values of a column are equal, or differ by more than 1e-11."
    return None
