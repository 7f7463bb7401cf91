"""The inputs on which the answers of prime_retention are run."""

from datetime import date, timedelta

from grader.authoring import Case, maybe_none, on_grid, with_repeats

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)


def cases(rng):
    yield from worked()
    yield from empty_calendars()
    yield from invalid_rows()
    yield from edges()
    yield from switches_and_rejoins()
    yield from empty_months()
    yield from last_complete_month()
    yield from growth()
    yield from long_calendars()
    yield from unusual_ids()
    for n in range(1, 22):
        yield Case(f"random {n}", draw(rng))


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    dates = [day for row in inputs["prime_memberships"] for day in row[3:5]]
    dates += [as_of for (as_of,) in inputs["params"]]
    for day in dates:
        if day is not None and not EARLIEST.isoformat() <= str(day)[:10] <= LATEST.isoformat():
            return "All dates lie between 2000-01-01 and 2099-12-31."
    return None


def tables(as_of, *memberships):
    """The two tables. A membership is (customer, start, end) and, if it matters, a plan."""
    rows = [
        (number, customer, *(plan or ("monthly",)), start, end)
        for number, (customer, start, end, *plan) in enumerate(memberships, 1)
    ]
    return {"prime_memberships": rows, "params": [(as_of,)]}


def everywhere(members, retention, flows):
    return {
        "members_by_month": members,
        "mom_retention": retention,
        "membership_flows": flows,
    }


def worked():
    yield Case(
        "worked example: one customer switches plan, one comes and goes",
        tables(
            "2025-06-30",
            (1, "2025-01-05", "2025-03-10"),
            (1, "2025-03-20", None, "annual"),
            (2, "2025-01-01", "2025-02-01"),
            (2, "2025-04-01", "2025-04-15"),
            (2, "2025-06-01", None),
        ),
        expected=everywhere(
            [
                ("2025-01-01", 2),
                ("2025-02-01", 1),
                ("2025-03-01", 1),
                ("2025-04-01", 2),
                ("2025-05-01", 1),
                ("2025-06-01", 2),
            ],
            [
                ("2025-02-01", 2, 1, 0.5),
                ("2025-03-01", 1, 1, 1.0),
                ("2025-04-01", 1, 1, 1.0),
                ("2025-05-01", 2, 1, 0.5),
                ("2025-06-01", 1, 1, 1.0),
            ],
            [
                ("2025-01-01", 2, 2, 0, 0, 0, None),
                ("2025-02-01", 1, 0, 1, 0, 1, 0.5),
                ("2025-03-01", 1, 0, 1, 0, 0, 0.0),
                ("2025-04-01", 2, 0, 1, 1, 0, 0.0),
                ("2025-05-01", 1, 0, 1, 0, 1, 0.5),
                ("2025-06-01", 2, 0, 1, 1, 0, 0.0),
            ],
        ),
    )


def empty_calendars():
    nothing = everywhere([], [], [])
    yield Case("no memberships at all", tables("2025-06-30"), rule="calendar", expected=nothing)
    yield Case(
        "only invalid rows: there is no calendar",
        tables(
            "2025-06-30",
            (1, "2025-03-10", "2025-03-10"),
            (2, "2025-04-20", "2025-04-10"),
            (None, "2025-02-01", None),
            (3, None, "2025-06-01"),
            (4, None, None),
        ),
        rule="valid",
        expected=nothing,
    )
    yield Case(
        "everything starts after as_of",
        tables("2025-06-30", (1, "2025-07-01", None), (2, "2025-08-15", "2025-09-01")),
        rule="calendar",
        expected=nothing,
    )
    yield Case(
        "the first member joins in the running month",
        tables("2025-06-15", (1, "2025-06-02", None)),
        rule="complete",
        expected=nothing,
    )
    yield Case(
        "a calendar of one month, begun on as_of itself",
        tables("2025-06-30", (1, "2025-06-30", None)),
        rule="complete",
        expected=everywhere([("2025-06-01", 1)], [], [("2025-06-01", 1, 1, 0, 0, 0, None)]),
    )


def invalid_rows():
    steady = (1, "2025-04-10", None)
    yield Case(
        "zero-length membership (same-day trial) of someone else",
        tables("2025-06-30", steady, (2, "2025-05-10", "2025-05-10")),
        rule="valid",
    )
    yield Case(
        "zero-length membership before everything: the calendar does not start there",
        tables("2025-06-30", steady, (2, "2025-02-10", "2025-02-10")),
        rule="valid",
        expected={"members_by_month": [("2025-04-01", 1), ("2025-05-01", 1), ("2025-06-01", 1)]},
    )
    yield Case(
        "inverted membership within one month",
        tables("2025-06-30", steady, (2, "2025-05-20", "2025-05-10")),
        rule="valid",
    )
    yield Case(
        "inverted membership over two months, before everything",
        tables("2025-06-30", steady, (2, "2025-03-05", "2025-02-20")),
        rule="valid",
    )
    yield Case(
        "membership without a customer, before everything",
        tables("2025-06-30", steady, (None, "2025-02-01", None)),
        rule="valid",
        expected={
            "members_by_month": [("2025-04-01", 1), ("2025-05-01", 1), ("2025-06-01", 1)],
            "mom_retention": [("2025-05-01", 1, 1, 1.0), ("2025-06-01", 1, 1, 1.0)],
        },
    )
    yield Case(
        "membership without a customer but with an end, before everything (AND binds before OR)",
        tables("2025-06-30", steady, (None, "2025-02-01", "2025-05-10")),
        rule="valid",
        expected=everywhere(
            [("2025-04-01", 1), ("2025-05-01", 1), ("2025-06-01", 1)],
            [("2025-05-01", 1, 1, 1.0), ("2025-06-01", 1, 1, 1.0)],
            [
                ("2025-04-01", 1, 1, 0, 0, 0, None),
                ("2025-05-01", 1, 0, 1, 0, 0, 0.0),
                ("2025-06-01", 1, 0, 1, 0, 0, 0.0),
            ],
        ),
    )
    yield Case(
        "membership without a start",
        tables("2025-06-30", steady, (2, None, "2025-05-20"), (3, None, None)),
        rule="valid",
    )


def edges():
    yield Case(
        "ends on the 1st: nothing of that month is covered",
        tables("2025-04-30", (1, "2025-01-01", None), (2, "2025-01-10", "2025-03-01")),
        rule="member",
        expected={
            "members_by_month": [
                ("2025-01-01", 2),
                ("2025-02-01", 2),
                ("2025-03-01", 1),
                ("2025-04-01", 1),
            ]
        },
    )
    yield Case(
        "ends on the 2nd: one day of that month is covered",
        tables("2025-04-30", (1, "2025-01-01", None), (2, "2025-01-10", "2025-03-02")),
        rule="member",
        expected={
            "members_by_month": [
                ("2025-01-01", 2),
                ("2025-02-01", 2),
                ("2025-03-01", 2),
                ("2025-04-01", 1),
            ]
        },
    )
    yield Case(
        "starts on the last day of a month",
        tables("2025-03-31", (1, "2025-01-31", None)),
        rule="member",
    )
    yield Case(
        "covers the last day of a month only",
        tables("2025-03-31", (1, "2025-01-15", None), (2, "2025-01-31", "2025-02-01")),
        rule="member",
    )
    yield Case(
        "covers a few days inside one month, neither the first nor the last",
        tables("2025-03-31", (1, "2025-01-15", None), (2, "2025-02-10", "2025-02-12")),
        rule="member",
    )
    yield Case(
        "two days around the end of a month make a member of both months",
        tables("2025-03-31", (1, "2025-01-31", "2025-02-02")),
        rule="member",
    )
    yield Case(
        "over the end of the year",
        tables("2025-02-28", (1, "2024-11-15", None), (2, "2024-12-31", "2025-01-01")),
        rule="month",
        expected={
            "mom_retention": [
                ("2024-12-01", 1, 1, 1.0),
                ("2025-01-01", 2, 1, 0.5),
                ("2025-02-01", 1, 1, 1.0),
            ]
        },
    )
    yield Case(
        "end dates in the future, up to 2099",
        tables(
            "2025-03-31",
            (1, "2025-01-10", "2025-09-10"),
            (2, "2025-02-10", "2099-12-31", "annual"),
        ),
        rule="interval",
    )
    yield Case(
        "leaves during the running month: still a member of the last complete one",
        tables("2025-04-15", (1, "2025-01-10", "2025-04-10"), (2, "2025-02-10", None)),
        rule="interval",
    )
    yield Case(
        "leaves on the first day after the last complete month",
        tables("2025-03-31", (1, "2025-01-10", "2025-04-01"), (2, "2025-01-10", "2025-03-31")),
        rule="interval",
    )


def switches_and_rejoins():
    yield Case(
        "plan switch within a month",
        tables(
            "2025-03-31",
            (1, "2025-01-10", "2025-02-15", "monthly"),
            (1, "2025-02-15", None, "annual"),
        ),
        rule="customers",
        expected={
            "members_by_month": [("2025-01-01", 1), ("2025-02-01", 1), ("2025-03-01", 1)],
            "mom_retention": [("2025-02-01", 1, 1, 1.0), ("2025-03-01", 1, 1, 1.0)],
            "membership_flows": [
                ("2025-01-01", 1, 1, 0, 0, 0, None),
                ("2025-02-01", 1, 0, 1, 0, 0, 0.0),
                ("2025-03-01", 1, 0, 1, 0, 0, 0.0),
            ],
        },
    )
    yield Case(
        "plan switch on the 1st",
        tables(
            "2025-03-31",
            (1, "2025-01-10", "2025-02-01", "monthly"),
            (1, "2025-02-01", None, "annual"),
        ),
        rule="customers",
    )
    yield Case(
        "charged twice: one membership overlaps another of the same customer",
        tables(
            "2025-05-31",
            (1, "2025-01-10", "2025-04-10"),
            (1, "2025-02-05", "2025-02-20"),
            (2, "2025-01-01", None),
        ),
        rule="customers",
    )
    yield Case(
        "leaves and comes back within one month",
        tables("2025-03-31", (1, "2025-01-10", "2025-02-05"), (1, "2025-02-20", None)),
        rule="customers",
    )
    yield Case(
        "leaves in one month, comes back in the next",
        tables("2025-03-31", (1, "2025-01-05", "2025-01-20"), (1, "2025-02-10", None)),
        rule="customers",
        expected={"mom_retention": [("2025-02-01", 1, 1, 1.0), ("2025-03-01", 1, 1, 1.0)]},
    )
    yield Case(
        "comes back after one month away",
        tables(
            "2025-04-30",
            (1, "2025-01-05", "2025-02-01"),
            (1, "2025-03-01", None),
            (2, "2025-01-05", None),
        ),
        rule="customers",
        expected={
            "membership_flows": [
                ("2025-01-01", 2, 2, 0, 0, 0, None),
                ("2025-02-01", 1, 0, 1, 0, 1, 0.5),
                ("2025-03-01", 2, 0, 1, 1, 0, 0.0),
                ("2025-04-01", 2, 0, 2, 0, 0, 0.0),
            ]
        },
    )
    yield Case(
        "comes back after several months away",
        tables(
            "2025-06-30",
            (1, "2025-01-05", "2025-01-20"),
            (1, "2025-05-10", None),
            (2, "2025-01-05", None),
        ),
        rule="customers",
    )


def empty_months():
    yield Case(
        "months without any member, then everybody is back",
        tables("2025-04-30", (1, "2025-01-05", "2025-01-20"), (1, "2025-04-10", None)),
        rule="calendar",
        expected=everywhere(
            [("2025-01-01", 1), ("2025-02-01", 0), ("2025-03-01", 0), ("2025-04-01", 1)],
            [
                ("2025-02-01", 1, 0, 0.0),
                ("2025-03-01", 0, 0, None),
                ("2025-04-01", 0, 0, None),
            ],
            [
                ("2025-01-01", 1, 1, 0, 0, 0, None),
                ("2025-02-01", 0, 0, 0, 0, 1, 1.0),
                ("2025-03-01", 0, 0, 0, 0, 0, None),
                ("2025-04-01", 1, 0, 0, 1, 0, None),
            ],
        ),
    )
    yield Case(
        "everybody is gone to the end of the calendar",
        tables("2025-04-30", (1, "2025-01-05", "2025-02-10")),
        rule="calendar",
        expected={
            "membership_flows": [
                ("2025-01-01", 1, 1, 0, 0, 0, None),
                ("2025-02-01", 1, 0, 1, 0, 0, 0.0),
                ("2025-03-01", 0, 0, 0, 0, 1, 1.0),
                ("2025-04-01", 0, 0, 0, 0, 0, None),
            ]
        },
    )


def last_complete_month():
    running = (1, "2025-05-10", None)
    yield Case("as_of is the last day of a month", tables("2025-06-30", running), rule="complete")
    yield Case("as_of is the day before", tables("2025-06-29", running), rule="complete")
    yield Case("as_of is the first day of a month", tables("2025-07-01", running), rule="complete")
    winter = [(1, "2024-01-10", None), (2, "2024-01-10", "2024-02-01")]
    yield Case(
        "as_of is 29 February: the month is complete",
        tables("2024-02-29", *winter),
        rule="complete",
        expected={"members_by_month": [("2024-01-01", 2), ("2024-02-01", 1)]},
    )
    yield Case(
        "as_of is 28 February of a leap year: the month is not complete",
        tables("2024-02-28", *winter),
        rule="complete",
        expected={"members_by_month": [("2024-01-01", 2)]},
    )


def growth():
    yield Case(
        "nobody leaves and more join: members now over members before exceeds 1",
        tables(
            "2025-03-31", (1, "2025-01-05", None), (2, "2025-02-05", None), (3, "2025-02-07", None)
        ),
    )
    yield Case(
        "one leaves, one joins: the number of members stands still",
        tables(
            "2025-03-31",
            (1, "2025-01-05", "2025-02-01"),
            (2, "2025-02-05", None),
            (3, "2025-01-05", None),
        ),
    )
    yield Case(
        "one leaves, two join: the number of members grows",
        tables(
            "2025-03-31",
            (1, "2025-01-05", "2025-02-01"),
            (2, "2025-02-05", None),
            (3, "2025-02-05", None),
            (4, "2025-01-05", None),
        ),
        expected={
            "mom_retention": [("2025-02-01", 2, 1, 0.5), ("2025-03-01", 3, 3, 1.0)],
            "membership_flows": [
                ("2025-01-01", 2, 2, 0, 0, 0, None),
                ("2025-02-01", 3, 2, 1, 0, 1, 0.5),
                ("2025-03-01", 3, 0, 3, 0, 0, 0.0),
            ],
        },
    )


def long_calendars():
    steady = [("2024", month) for month in range(1, 13)] + [("2025", 1)]
    yield Case(
        "a calendar of more than twelve months",
        tables("2025-01-31", (1, "2024-01-01", None)),
        rule="calendar",
        expected={"members_by_month": [(f"{year}-{month:02}-01", 1) for year, month in steady]},
    )
    away = [f"2024-{month:02}-01" for month in range(3, 13)] + ["2025-01-01", "2025-02-01"]
    yield Case(
        "comes back after more than a year away: not new",
        tables("2025-03-31", (1, "2024-01-05", "2024-01-20"), (1, "2025-03-10", None)),
        rule="arrivals",
        expected={
            "membership_flows": [
                ("2024-01-01", 1, 1, 0, 0, 0, None),
                ("2024-02-01", 0, 0, 0, 0, 1, 1.0),
                *((month, 0, 0, 0, 0, 0, None) for month in away),
                ("2025-03-01", 1, 0, 0, 1, 0, None),
            ]
        },
    )


def unusual_ids():
    yield Case(
        "customers 0 and -1 are customers like any other",
        tables("2025-02-28", (0, "2025-01-05", None), (-1, "2025-01-05", "2025-01-20")),
        rule="valid",
        expected=everywhere(
            [("2025-01-01", 2), ("2025-02-01", 1)],
            [("2025-02-01", 2, 1, 0.5)],
            [("2025-01-01", 2, 2, 0, 0, 0, None), ("2025-02-01", 1, 0, 1, 0, 1, 0.5)],
        ),
    )


def draw(rng):
    """Up to 30 memberships of a few customers over a few months, most dates at the edges of a month."""
    year, month = rng.choice([(2024, 1), (2023, 12), (2025, 1), (2025, 4), (2023, 2)])
    firsts = [date(year + (month - 1 + k) // 12, (month - 1 + k) % 12 + 1, 1) for k in range(7)]
    # the last day of a month, its first and second one, and one in the middle
    grid = [first + timedelta(days=d) for first in firsts[:6] for d in (-1, 0, 1, 14)]

    def any_day():
        return firsts[0] + timedelta(days=rng.randrange(200))

    # two thirds of the cases hold few memberships: months without members need room
    most, customers = rng.choice([(4, 2), (8, 3), (27, 9)])
    rows = []
    for _ in range(rng.randint(1, most)):
        start = on_grid(rng, grid, any_day)
        length = on_grid(rng, [-1, 0, 1, 28, 30, 31], lambda: rng.randrange(-10, 120))
        end = on_grid(
            rng,
            [day for day in grid if day > start][:6] or grid,
            lambda start=start, length=length: start + timedelta(days=length),
        )
        if rng.random() < 0.15:
            end = None
        elif rng.random() < 0.05:
            end = rng.choice([date(2026, 6, 1), LATEST])
        customer = maybe_none(rng, rng.randint(1, customers))
        plan = rng.choice(["monthly", "annual"])
        rows.append((customer, plan, maybe_none(rng, start), end))
    rows = with_repeats(rng, rows)[:30]
    ids = rng.sample(range(1, 100), len(rows))
    last = rng.choice(firsts[3:])
    as_of = last + timedelta(days=rng.choice([-2, -1, -1, 0, 14]))
    return {
        "prime_memberships": [(number, *row) for number, row in zip(ids, rows)],
        "params": [(as_of,)],
    }
