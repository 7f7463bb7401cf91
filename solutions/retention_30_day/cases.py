"""Inputs for 30-day retention: small hand-made tables, each for one mistake, then random ones."""

from __future__ import annotations

import datetime as dt

from grader.authoring import Case, maybe_none, on_grid, with_repeats

AS_OF = "2025-06-30"

# The seven customers of the lesson.
WORKED = {
    "customers": [
        (1, "2025-01-31 23:59:59"),
        (2, "2025-05-31 08:00:00"),
        (3, "2025-06-01 00:00:00"),
        (4, "2025-05-31 23:30:00"),
        (5, "2025-06-20 12:00:00"),
        (6, None),
        (7, "2025-02-01 10:00:00"),
    ],
    "visits": [
        (1, "2025-01-30 18:00:00"),  # the day before signup
        (1, "2025-03-02 00:00:01"),  # day 30
        (1, "2025-03-02 09:00:00"),  # day 30 again
        (2, "2025-06-30 23:59:59"),  # day 30, the last second of as_of
        (3, "2025-07-01 10:00:00"),  # day 30, but after as_of
        (4, "2025-06-29 23:59:00"),  # day 29
        (4, "2025-07-15 10:00:00"),  # after as_of
        (5, "2025-06-20 12:05:00"),  # day 0
        (7, "2025-03-04 10:00:00"),  # day 31
        (99, "2025-03-02 10:00:00"),  # nobody we know
        (None, "2025-03-02 10:00:00"),
        (2, None),
    ],
    "params": [(AS_OF,)],
}


def curve(eligible, retained):
    """The 31 rows of retention_curve. eligible: (first day, last day, count) spans; retained: day -> count."""
    below = {day: count for first, last, count in eligible for day in range(first, last + 1)}
    return [
        (
            day,
            below[day],
            retained.get(day, 0),
            retained.get(day, 0) / below[day] if below[day] else None,
        )
        for day in range(31)
    ]


def case(name, customers, visits, rule="", as_of=AS_OF, expected=None, answers=()):
    inputs = {"customers": customers, "visits": visits, "params": [(as_of,)]}
    return Case(name, inputs, rule=rule, expected=expected or {}, answers=answers)


def by_hand():
    yield case(
        "a visit on day 30 in the middle of the day",
        [(1, "2025-05-01 00:00:00")],
        [(1, "2025-05-31 14:30:00")],
        rule="day_n",
        answers=("day_30_retention", "retention_by_cohort"),
        expected={
            "day_30_retention": [(1, 1, 1.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 1, 1.0)],
        },
    )

    # Which days count.
    customer = [(1, "2025-05-01 12:00:00")]
    for day, date, shares in [
        (-3, "2025-04-28", (0.0, 0.0, 0.0)),
        (0, "2025-05-01", (0.0, 0.0, 0.0)),
        (1, "2025-05-02", (0.0, 1.0, 0.0)),
        (29, "2025-05-30", (0.0, 1.0, 0.0)),
        (30, "2025-05-31", (1.0, 1.0, 1.0)),
        (31, "2025-06-01", (0.0, 0.0, 1.0)),
    ]:
        visit = [(1, f"{date} 15:00:00")]
        kept = int(day == 30)
        yield case(
            f"one visit, on day {day}",
            customer,
            visit,
            rule="exact",
            answers=("day_30_retention", "retention_by_cohort", "retention_curve"),
            expected={
                "day_30_retention": [(1, kept, float(kept))],
                "retention_by_cohort": [("2025-05-01", 1, 1, kept, float(kept))],
                "retention_curve": curve([(0, 30, 1)], {day: 1}),
            },
        )
        yield case(
            f"one visit, on day {day}: three definitions",
            customer,
            visit,
            rule="definitions",
            answers=("three_definitions",),
            expected={"three_definitions": [("2025-05-01", 1, *shares)]},
        )

    # Whole calendar days, not elapsed time.
    yield case(
        "signup one second before midnight, visit one second after, on day 30",
        [(1, "2025-05-01 23:59:59")],
        [(1, "2025-05-31 00:00:01")],
        rule="day_n",
        expected={
            "day_30_retention": [(1, 1, 1.0)],
            "three_definitions": [("2025-05-01", 1, 1.0, 1.0, 1.0)],
            "retention_curve": curve([(0, 30, 1)], {30: 1}),
        },
    )
    yield case(
        "30 x 24 hours and a little later, but on calendar day 31",
        [(1, "2025-05-01 22:00:00")],
        [(1, "2025-06-01 01:00:00")],
        rule="day_n",
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "three_definitions": [("2025-05-01", 1, 0.0, 0.0, 1.0)],
            "retention_curve": curve([(0, 30, 1)], {}),
        },
    )
    yield case(
        "a visit on the signup date, before the hour of signup",
        [(1, "2025-05-01 20:00:00")],
        [(1, "2025-05-01 19:00:00")],
        rule="day_n",
        expected={"retention_curve": curve([(0, 30, 1)], {0: 1})},
    )
    yield case(
        "a signup on day 0 without a visit",
        [(1, "2025-05-01 20:00:00"), (2, "2025-05-02 20:00:00")],
        [(2, "2025-05-02 21:00:00")],
        rule="day_0",
        answers=("retention_curve",),
        expected={"retention_curve": curve([(0, 30, 2)], {0: 1})},
    )

    # Those who never came belong to the denominator.
    yield case(
        "one came on day 30, one never came at all",
        [(1, "2025-05-01 12:00:00"), (2, "2025-05-02 12:00:00")],
        [(1, "2025-05-31 12:00:00")],
        rule="eligible",
        expected={"day_30_retention": [(2, 1, 0.5)]},
    )

    # Who can be judged.
    yield case(
        "day 30 falls exactly on as_of",
        [(1, "2025-05-31 12:00:00")],
        [(1, "2025-06-30 23:59:59")],
        rule="eligible",
        expected={
            "day_30_retention": [(1, 1, 1.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 1, 1.0)],
            "three_definitions": [("2025-05-01", 1, 1.0, 1.0, 1.0)],
            "retention_curve": curve([(0, 30, 1)], {30: 1}),
        },
    )
    yield case(
        "day 30 is one day after as_of",
        [(1, "2025-06-01 12:00:00")],
        [(1, "2025-06-29 12:00:00")],
        rule="eligible",
        expected={
            "day_30_retention": [(0, 0, None)],
            "retention_by_cohort": [("2025-06-01", 1, 0, 0, None)],
            "three_definitions": [],
            "retention_curve": curve([(0, 29, 1), (30, 30, 0)], {28: 1}),
        },
    )
    yield case(
        "a customer too young for day 30 beside an old one",
        [(1, "2025-05-01 12:00:00"), (2, "2025-06-25 12:00:00")],
        [(1, "2025-05-31 12:00:00"), (2, "2025-06-28 12:00:00")],
        rule="eligible",
        expected={
            "day_30_retention": [(1, 1, 1.0)],
            "retention_curve": curve([(0, 5, 2), (6, 30, 1)], {3: 1, 30: 1}),
        },
    )
    yield case(
        "one month of which one half is old enough",
        [(1, "2025-05-14 12:00:00"), (2, "2025-05-15 12:00:00"), (3, "2025-05-16 12:00:00")],
        [(1, "2025-06-13 12:00:00"), (3, "2025-06-14 12:00:00")],
        rule="per_customer",
        as_of="2025-06-14",
        expected={
            "retention_by_cohort": [("2025-05-01", 3, 2, 1, 0.5)],
            "three_definitions": [("2025-05-01", 2, 0.5, 0.5, 0.5)],
        },
    )
    yield case(
        "day 30 came only after as_of",
        [(1, "2025-06-10 12:00:00"), (2, "2025-05-10 12:00:00")],
        [(1, "2025-07-10 12:00:00")],
        rule="ignored",
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 0, 0.0), ("2025-06-01", 1, 0, 0, None)],
            "retention_curve": curve([(0, 20, 2), (21, 30, 1)], {}),
        },
    )
    yield case(
        "an old customer whose only visit is dated after as_of",
        [(1, "2025-05-10 12:00:00")],
        [(1, "2025-07-01 00:00:00")],
        rule="until_as_of",
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "three_definitions": [("2025-05-01", 1, 0.0, 0.0, 0.0)],
        },
    )
    yield case(
        "a visit after as_of, and one on as_of, the day before",
        [(1, "2025-04-10 12:00:00"), (2, "2025-04-10 12:00:00")],
        [(1, "2025-06-30 23:59:59"), (2, "2025-07-01 00:00:00")],
        rule="until_as_of",
        expected={"three_definitions": [("2025-04-01", 2, 0.0, 0.0, 0.5)]},
    )
    yield case(
        "a visit two days after signup, but after as_of",
        [(1, "2025-06-29 12:00:00")],
        [(1, "2025-07-01 12:00:00")],
        rule="ignored",
        expected={"retention_curve": curve([(0, 1, 1), (2, 30, 0)], {})},
    )
    yield case(
        "a signup dated after as_of",
        [(1, "2025-07-02 12:00:00"), (2, "2025-05-01 12:00:00")],
        [(1, "2025-07-02 12:05:00")],
        rule="month",
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 0, 0.0), ("2025-07-01", 1, 0, 0, None)],
            "retention_curve": curve([(0, 30, 1)], {}),
        },
    )

    # A customer counts once.
    yield case(
        "three visits on day 30",
        [(1, "2025-05-01 12:00:00"), (2, "2025-05-01 12:00:00")],
        [(1, "2025-05-31 08:00:00"), (1, "2025-05-31 12:00:00"), (1, "2025-05-31 20:00:00")],
        rule="once",
        expected={
            "day_30_retention": [(2, 1, 0.5)],
            "retention_by_cohort": [("2025-05-01", 2, 2, 1, 0.5)],
            "three_definitions": [("2025-05-01", 2, 0.5, 0.5, 0.5)],
            "retention_curve": curve([(0, 30, 2)], {30: 1}),
        },
    )
    yield case(
        "one of three came on day 30: the share is a mean, not a median",
        [(1, "2025-05-01 12:00:00"), (2, "2025-05-01 12:00:00"), (3, "2025-05-02 12:00:00")],
        [(1, "2025-05-31 08:00:00"), (2, "2025-05-11 12:00:00")],
        rule="share",
        expected={
            "day_30_retention": [(3, 1, 1 / 3)],
            "retention_by_cohort": [("2025-05-01", 3, 3, 1, 1 / 3)],
            "three_definitions": [("2025-05-01", 3, 1 / 3, 2 / 3, 1 / 3)],
            "retention_curve": curve([(0, 30, 3)], {10: 1, 30: 1}),
        },
    )
    yield case(
        "many visits on days 1 and 2 of one customer, none of the other",
        [(1, "2025-05-01 12:00:00"), (2, "2025-05-01 12:00:00")],
        [(1, "2025-05-02 08:00:00"), (1, "2025-05-02 12:00:00"), (1, "2025-05-03 20:00:00")],
        rule="once",
        expected={"three_definitions": [("2025-05-01", 2, 0.0, 0.5, 0.0)]},
    )

    # Months.
    yield case(
        "months of 31, 30 and 28 days: day 30 is not one month later",
        [
            (1, "2025-01-31 12:00:00"),
            (2, "2025-02-01 12:00:00"),
            (3, "2025-04-30 12:00:00"),
            (4, "2025-05-05 12:00:00"),
        ],
        [
            (1, "2025-02-28 12:00:00"),
            (2, "2025-03-01 12:00:00"),
            (3, "2025-05-30 12:00:00"),
            (4, "2025-06-05 12:00:00"),
        ],
        rule="day_n",
        expected={
            "day_30_retention": [(4, 1, 0.25)],
            "retention_by_cohort": [
                ("2025-01-01", 1, 1, 0, 0.0),
                ("2025-02-01", 1, 1, 0, 0.0),
                ("2025-04-01", 1, 1, 1, 1.0),
                ("2025-05-01", 1, 1, 0, 0.0),
            ],
        },
    )
    yield case(
        "day 30 in the same calendar month, and in the one after the next",
        [(1, "2025-01-01 12:00:00"), (2, "2025-01-31 12:00:00")],
        [(1, "2025-01-31 12:00:00"), (2, "2025-03-02 12:00:00")],
        rule="exact",
        expected={"retention_by_cohort": [("2025-01-01", 2, 2, 2, 1.0)]},
    )
    yield case(
        "active in the next calendar month, but not on day 30",
        [(1, "2025-04-10 12:00:00")],
        [(1, "2025-05-01 12:00:00"), (1, "2025-05-20 12:00:00")],
        rule="exact",
        expected={"retention_by_cohort": [("2025-04-01", 1, 1, 0, 0.0)]},
    )
    yield case(
        "one calendar month later is a day too late for as_of",
        [(1, "2025-05-10 12:00:00")],
        [(1, "2025-06-09 12:00:00")],
        rule="eligible",
        as_of="2025-06-09",
        expected={"day_30_retention": [(1, 1, 1.0)]},
    )
    yield case(
        "29 February",
        [(1, "2024-01-30 12:00:00"), (2, "2024-01-31 12:00:00")],
        [(1, "2024-02-29 12:00:00"), (2, "2024-03-01 12:00:00")],
        rule="day_n",
        as_of="2024-02-29",
        expected={
            "day_30_retention": [(1, 1, 1.0)],
            "retention_by_cohort": [("2024-01-01", 2, 1, 1, 1.0)],
        },
    )
    yield case(
        "the same month in three years",
        # Without ORDER BY, DuckDB sorts groups by accident while they lie within about eleven years.
        [
            (1, "2024-05-10 12:00:00"),
            (2, "2025-05-10 12:00:00"),
            (3, "2010-05-10 12:00:00"),
            (4, "2024-06-10 12:00:00"),
        ],
        [(1, "2024-06-09 12:00:00")],
        rule="month",
        expected={
            "retention_by_cohort": [
                ("2010-05-01", 1, 1, 0, 0.0),
                ("2024-05-01", 1, 1, 1, 1.0),
                ("2024-06-01", 1, 1, 0, 0.0),
                ("2025-05-01", 1, 1, 0, 0.0),
            ],
            "three_definitions": [
                ("2010-05-01", 1, 0.0, 0.0, 0.0),
                ("2024-05-01", 1, 1.0, 1.0, 1.0),
                ("2024-06-01", 1, 0.0, 0.0, 0.0),
                ("2025-05-01", 1, 0.0, 0.0, 0.0),
            ],
        },
    )
    yield case(
        "a month with nobody retained beside one that kept half",
        [(1, "2025-03-10 12:00:00"), (2, "2025-04-10 12:00:00"), (3, "2025-04-10 12:00:00")],
        [(2, "2025-05-10 12:00:00")],
        rule="month",
        expected={
            "retention_by_cohort": [("2025-03-01", 1, 1, 0, 0.0), ("2025-04-01", 2, 2, 1, 0.5)],
        },
    )
    yield case(
        "the first visit falls into the month after signup",
        [(1, "2025-04-30 12:00:00")],
        [(1, "2025-05-02 12:00:00"), (1, "2025-05-30 12:00:00")],
        rule="month",
        expected={"retention_by_cohort": [("2025-04-01", 1, 1, 1, 1.0)]},
    )
    yield case(
        "the first visit lies before signup",
        [(1, "2025-04-02 12:00:00")],
        [(1, "2025-03-31 12:00:00"), (1, "2025-05-02 12:00:00")],
        rule="month",
        expected={
            "retention_by_cohort": [("2025-04-01", 1, 1, 1, 1.0)],
            "three_definitions": [("2025-04-01", 1, 1.0, 1.0, 1.0)],
        },
    )

    # Dirt.
    yield case(
        "a customer without a signup time, who visits",
        [(1, None), (2, "2025-05-01 12:00:00")],
        [(1, "2025-05-31 12:00:00"), (1, "2025-05-01 12:00:00")],
        rule="signup",
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 0, 0.0)],
            "three_definitions": [("2025-05-01", 1, 0.0, 0.0, 0.0)],
            "retention_curve": curve([(0, 30, 1)], {}),
        },
    )
    yield case(
        "no customer has a signup time",
        [(1, None), (2, None)],
        [(1, "2025-05-31 12:00:00")],
        rule="signup",
        expected={
            "day_30_retention": [(0, 0, None)],
            "retention_by_cohort": [],
            "three_definitions": [],
            "retention_curve": curve([(0, 30, 0)], {}),
        },
    )
    yield case(
        "visits without an id or without a time",
        [(1, "2025-05-01 12:00:00")],
        [(None, "2025-05-31 12:00:00"), (1, None), (None, None)],
        rule="ignored",
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "three_definitions": [("2025-05-01", 1, 0.0, 0.0, 0.0)],
        },
    )
    yield case(
        "a visit of an unknown customer",
        [(1, "2025-05-01 12:00:00")],
        [(2, "2025-05-31 12:00:00")],
        rule="ignored",
        expected={"day_30_retention": [(1, 0, 0.0)]},
    )

    # Nothing there.
    yield case(
        "no visits at all",
        [(1, "2025-05-01 10:00:00"), (2, "2025-06-29 10:00:00")],
        [],
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 0, 0.0), ("2025-06-01", 1, 0, 0, None)],
            "three_definitions": [("2025-05-01", 1, 0.0, 0.0, 0.0)],
            "retention_curve": curve([(0, 1, 2), (2, 30, 1)], {}),
        },
    )
    yield case(
        "visits, but no customers",
        [],
        [(1, "2025-05-31 10:00:00")],
        rule="ignored",
        expected={"day_30_retention": [(0, 0, None)], "retention_by_cohort": []},
    )
    yield case(
        "a visit in the last microsecond of as_of",
        [(1, "2025-05-31 08:00:00")],
        [(1, "2025-06-30 23:59:59.999999")],
        rule="eligible",
        expected={
            "day_30_retention": [(1, 1, 1.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 1, 1.0)],
            "three_definitions": [("2025-05-01", 1, 1.0, 1.0, 1.0)],
        },
    )
    yield case(
        "a visit in the first second of as_of",
        [(1, "2025-05-31 12:00:00")],
        [(1, "2025-06-30 00:00:00")],
        rule="eligible",
        expected={
            "day_30_retention": [(1, 1, 1.0)],
            "retention_by_cohort": [("2025-05-01", 1, 1, 1, 1.0)],
            "three_definitions": [("2025-05-01", 1, 1.0, 1.0, 1.0)],
            "retention_curve": curve([(0, 30, 1)], {30: 1}),
        },
    )
    yield case(
        "a visit after as_of, two dates after signup but not 48 hours",
        [(1, "2025-06-29 20:00:00")],
        [(1, "2025-07-01 10:00:00")],
        rule="ignored",
        expected={"retention_curve": curve([(0, 1, 1), (2, 30, 0)], {})},
    )
    yield case(
        "a visit more than half a year after signup",
        [(1, "2024-09-01 08:00:00")],
        [(1, "2025-06-20 09:00:00")],
        rule="until_as_of",
        expected={
            "day_30_retention": [(1, 0, 0.0)],
            "three_definitions": [("2024-09-01", 1, 0.0, 0.0, 1.0)],
        },
    )
    yield case(
        "all tables are empty",
        [],
        [],
        rule="share",
        expected={
            "day_30_retention": [(0, 0, None)],
            "retention_by_cohort": [],
            "three_definitions": [],
            "retention_curve": curve([(0, 30, 0)], {}),
        },
    )

    # All of it together.
    yield Case(
        "the worked example",
        WORKED,
        expected={
            "day_30_retention": [(4, 2, 0.5)],
            "retention_by_cohort": [
                ("2025-01-01", 1, 1, 1, 1.0),
                ("2025-02-01", 1, 1, 0, 0.0),
                ("2025-05-01", 2, 2, 1, 0.5),
                ("2025-06-01", 2, 0, 0, None),
            ],
            "three_definitions": [
                ("2025-01-01", 1, 1.0, 1.0, 1.0),
                ("2025-02-01", 1, 0.0, 0.0, 1.0),
                ("2025-05-01", 2, 0.5, 1.0, 0.5),
            ],
            "retention_curve": curve([(0, 10, 6), (11, 29, 5), (30, 30, 4)], {0: 1, 29: 1, 30: 2}),
        },
    )


AS_OFS = [
    "2025-06-30",
    "2025-06-29",
    "2025-03-31",
    "2025-02-28",
    "2025-01-30",
    "2024-12-31",
    "2024-03-01",
]
AGES = [0, 1, 10, 28, 29, 30, 31, 32, 45, 60, 61, 395, 5500]  # days between signup and as_of
DAYS = [-3, -1, 0, 0, 1, 2, 28, 29, 30, 30, 30, 31, 32]  # days between signup and visit
CLOCK = ["00:00:00", "00:00:01", "12:00:00", "23:59:59"]


def draw(rng):
    as_of = dt.date.fromisoformat(rng.choice(AS_OFS))

    def moment(day):
        clock = rng.choice(CLOCK) if rng.random() < 0.7 else f"{rng.randrange(24):02}:30:00"
        return f"{day} {clock}"

    signups = {}
    for customer_id in rng.sample(range(1, 40), rng.randint(0, 10)):
        age = on_grid(rng, AGES, lambda: rng.randint(-5, 100))
        signups[customer_id] = as_of - dt.timedelta(days=age)

    visits = []
    for _ in range(rng.randint(0, 18)):
        known = signups and rng.random() < 0.95
        customer_id = rng.choice(list(signups)) if known else rng.randint(40, 45)
        start = signups.get(customer_id, as_of - dt.timedelta(days=30))
        day = on_grid(rng, DAYS, lambda: rng.randint(-5, 70), share=0.7)
        visit_ts = moment(start + dt.timedelta(days=day))
        visits.append((maybe_none(rng, customer_id), maybe_none(rng, visit_ts)))

    return {
        "customers": [(i, maybe_none(rng, moment(day), share=0.06)) for i, day in signups.items()],
        "visits": with_repeats(rng, visits),
        "params": [(as_of.isoformat(),)],
    }


def cases(rng):
    yield from by_hand()
    for n in range(1, 21):
        yield Case(f"random {n}", draw(rng))
