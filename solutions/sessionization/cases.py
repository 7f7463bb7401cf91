"""Clicks around the 30-minute boundary: ties, duplicates, silences of days, users who overlap."""

from datetime import datetime, timedelta

from grader.authoring import Case, maybe_none, on_grid, with_repeats

DAY = "2025-06-20"
NEXT_DAY = "2025-06-21"


def at(clock, day=DAY):
    return f"{day} {clock}"


def clicks(*rows):
    return {"clickstream": list(rows)}


def of_one_user(*clocks, user=1):
    """Clicks of one user at these clock times, each on a page of its own: /a, /b, ..."""
    return clicks(*((user, at(clock), f"/{page}") for clock, page in zip(clocks, "abcdefgh")))


def average(sessions, minutes):
    return {"average_session_length": [(sessions, minutes)]}


def cases(rng):
    yield from worked_examples()
    yield from nothing_to_count()
    yield from ties_in_many_rows()  # early, among the cases that are run one by one
    yield from around_thirty_minutes()
    yield from long_and_late()
    yield from several_users()
    yield from equal_times_and_duplicates()
    yield from weights_and_bounces()
    for number in range(1, 25):
        yield Case(f"random {number}", draw(rng))
    yield from many_rows()  # last: 24 to 49 rows, shown only when nothing smaller fails


def worked_examples():
    yield Case(
        "worked example",
        clicks(
            (1, at("23:40:00"), "/a"),
            (1, at("23:40:00"), "/a"),
            (1, at("23:50:00"), "/c"),
            (1, at("00:30:00", NEXT_DAY), "/b"),
            (1, at("00:30:00", NEXT_DAY), "/a"),
            (2, at("23:45:00"), "/a"),
            (2, at("04:40:00", NEXT_DAY), "/z"),
        ),
        expected={
            "sessionize": [
                (1, 1, at("23:40:00"), "/a"),
                (1, 1, at("23:40:00"), "/a"),
                (1, 1, at("23:50:00"), "/c"),
                (1, 2, at("00:30:00", NEXT_DAY), "/a"),
                (1, 2, at("00:30:00", NEXT_DAY), "/b"),
                (2, 1, at("23:45:00"), "/a"),
                (2, 2, at("04:40:00", NEXT_DAY), "/z"),
            ],
            "average_session_length": [(4, 2.5)],
            "session_table": [
                (1, 1, at("23:40:00"), at("23:50:00"), 10.0, 2, 2, "/a", "/c"),
                (1, 2, at("00:30:00", NEXT_DAY), at("00:30:00", NEXT_DAY), 0.0, 2, 2, "/a", "/b"),
                (2, 1, at("23:45:00"), at("23:45:00"), 0.0, 1, 1, "/a", "/a"),
                (2, 2, at("04:40:00", NEXT_DAY), at("04:40:00", NEXT_DAY), 0.0, 1, 1, "/z", "/z"),
            ],
            "user_sessions": [(1, 2, 4, 10.0, 5.0, 0.0), (2, 2, 2, 0.0, 0.0, 1.0)],
        },
    )


def nothing_to_count():
    yield Case(
        "empty table",
        clicks(),
        rule="one_row",
        expected=average(0, None) | {"sessionize": [], "session_table": [], "user_sessions": []},
    )
    yield Case(
        "only rows without a user or a time",
        clicks((None, at("10:00:00"), "/a"), (1, None, "/a"), (None, None, "/b")),
        rule="missing",
        expected=average(0, None) | {"sessionize": [], "session_table": [], "user_sessions": []},
    )
    yield Case(
        "a click without a user beside one with",
        clicks((1, at("10:00:00"), "/a"), (None, at("10:05:00"), "/b")),
        rule="missing",
        expected=average(1, 0.0) | {"sessionize": [(1, 1, at("10:00:00"), "/a")]},
    )
    yield Case(
        "a click without a time beside one with",
        clicks((1, at("10:00:00"), "/a"), (1, None, "/b")),
        rule="missing",
        expected=average(1, 0.0) | {"user_sessions": [(1, 1, 1, 0.0, 0.0, 1.0)]},
    )
    yield Case(
        "one click",
        clicks((7, at("10:00:00"), "/a")),
        rule="length",
        expected=average(1, 0.0)
        | {
            "sessionize": [(7, 1, at("10:00:00"), "/a")],
            "session_table": [(7, 1, at("10:00:00"), at("10:00:00"), 0.0, 1, 1, "/a", "/a")],
            "user_sessions": [(7, 1, 1, 0.0, 0.0, 1.0)],
        },
    )


def ties_in_many_rows():
    """A running sum row by row splits the clicks of one instant, but only when a user has many."""
    times, pages, others = (
        [at(f"{hour:02}:00:00") for hour in range(13)],
        ("/a", "/b"),
        (2, 3, 4, 5),
    )
    visits = list(enumerate(times, 1))
    yield Case(
        "thirteen visits, each of two pages at the same instant",
        clicks(
            *((1, ts, page) for ts in times for page in pages),
            *((user, times[0], "/a") for user in others),
        ),
        rule="boundary",
        expected=average(17, 0.0)
        | {
            "sessionize": [
                *((1, number, ts, page) for number, ts in visits for page in pages),
                *((user, 1, times[0], "/a") for user in others),
            ],
            "session_table": [
                *((1, number, ts, ts, 0.0, 2, 2, "/a", "/b") for number, ts in visits),
                *((user, 1, times[0], times[0], 0.0, 1, 1, "/a", "/a") for user in others),
            ],
            "user_sessions": [
                (1, 13, 26, 0.0, 0.0, 0.0),
                *((user, 1, 1, 0.0, 0.0, 1.0) for user in others),
            ],
        },
    )


def around_thirty_minutes():
    yield Case(
        "gaps of exactly 30 minutes",
        of_one_user("10:00:00", "10:30:00", "11:00:00"),
        rule="boundary",
        expected=average(1, 60.0),
    )
    yield Case(
        "a gap of 30 minutes and one microsecond",
        of_one_user("10:00:00", "10:30:00.000001"),
        rule="boundary",
        expected=average(2, 0.0),
    )
    yield Case(
        "a gap of 30 minutes less one microsecond",
        of_one_user("10:00:00", "10:29:59.999999"),
        rule="boundary",
        expected=average(1, 30 - 1e-6 / 60),
    )
    yield Case(
        "a gap of 30 minutes and 30 seconds",
        of_one_user("10:00:00", "10:30:30"),
        rule="boundary",
        expected=average(2, 0.0),
    )
    yield Case(
        "30 minutes and 1 second, over 31 minute marks",
        of_one_user("10:00:59", "10:31:00"),
        rule="boundary",
        expected=average(2, 0.0),
    )
    yield Case(
        "seconds and their fractions are part of the length",
        of_one_user("10:00:59.5", "10:01:01"),
        rule="length",
        expected=average(1, 0.025),
    )
    yield Case(
        "90 seconds are 1.5 minutes",
        of_one_user("10:00:00", "10:01:30"),
        rule="length",
        expected=average(1, 1.5),
    )


def long_and_late():
    yield Case(
        "gaps of 20 minutes over 100 minutes",
        of_one_user("10:00:00", "10:20:00", "10:40:00", "11:00:00", "11:20:00", "11:40:00"),
        rule="inactivity",
        expected=average(1, 100.0),
    )
    yield Case(
        "40 minutes with one between, then a silence",
        of_one_user("10:00:00", "10:20:00", "10:40:00", "11:15:00"),
        rule="inactivity",
        expected=average(2, 20.0),
    )
    yield Case(
        "either side of a clock half hour",
        of_one_user("10:29:00", "10:31:00"),
        rule="inactivity",
        expected=average(1, 2.0),
    )
    yield Case(
        "across midnight",
        clicks((1, at("23:55:00"), "/a"), (1, at("00:05:00", NEXT_DAY), "/b")),
        rule="inactivity",
        expected=average(1, 10.0),
    )
    yield Case(
        "a silence of one day and 10 minutes",
        clicks((1, at("10:00:00"), "/a"), (1, at("10:10:00", NEXT_DAY), "/b")),
        rule="boundary",
        expected=average(2, 0.0),
    )
    yield Case(
        "three silences: sessions 1, 2, 3, 4",
        of_one_user("08:00:00", "09:00:00", "10:00:00", "13:00:00", "13:05:00"),
        rule="numbers",
        expected=average(4, 1.25),
    )
    yield Case(
        "clicks in no order of time",
        of_one_user("12:10:00", "10:00:00", "12:00:00", "10:20:00", "10:05:00"),
        rule="clicks",
        expected=average(2, 15.0),
    )


def several_users():
    yield Case(
        "users in turns",
        clicks(
            (1, at("10:00:00"), "/a"),
            (2, at("10:20:00"), "/a"),
            (1, at("10:40:00"), "/b"),
            (2, at("10:50:00"), "/b"),
        ),
        rule="clicks",
        expected=average(3, 10.0),
    )
    yield Case(
        "the next user begins where the last one stopped",
        clicks((1, at("10:00:00"), "/a"), (2, at("10:05:00"), "/a")),
        rule="clicks",
        expected=average(2, 0.0),
    )
    yield Case(
        "two users with the same session numbers",
        clicks(
            (1, at("10:00:00"), "/a"),
            (1, at("10:10:00"), "/b"),
            (2, at("15:00:00"), "/a"),
            (2, at("15:04:00"), "/b"),
        ),
        rule="numbers",
        expected=average(2, 7.0),
    )
    yield Case(
        "users with unequal numbers of sessions",
        clicks(
            (1, at("08:00:00"), "/a"),
            (1, at("10:00:00"), "/a"),
            (1, at("12:00:00"), "/a"),
            (2, at("10:00:00"), "/a"),
            (2, at("10:12:00"), "/b"),
        ),
        rule="weight",
        expected=average(4, 3.0)
        | {"user_sessions": [(1, 3, 3, 0.0, 0.0, 1.0), (2, 1, 2, 12.0, 12.0, 0.0)]},
    )
    yield Case(
        "the user with more sessions has the larger id",
        clicks(
            (1, at("10:00:00"), "/a"),
            (3, at("10:00:00"), "/a"),
            (2, at("08:00:00"), "/a"),
            (2, at("10:00:00"), "/a"),
        ),
        rule="ranking",
        expected={
            "user_sessions": [
                (2, 2, 2, 0.0, 0.0, 1.0),
                (1, 1, 1, 0.0, 0.0, 1.0),
                (3, 1, 1, 0.0, 0.0, 1.0),
            ]
        },
    )
    yield Case(
        "users 0 and -1 are users like any other",
        clicks((0, at("10:00:00"), "/a"), (-1, at("10:05:00"), "/b")),
        rule="missing",
        expected=average(2, 0.0)
        | {
            "sessionize": [(-1, 1, at("10:05:00"), "/b"), (0, 1, at("10:00:00"), "/a")],
            "user_sessions": [(-1, 1, 1, 0.0, 0.0, 1.0), (0, 1, 1, 0.0, 0.0, 1.0)],
        },
    )


def equal_times_and_duplicates():
    yield Case(
        "one click logged twice",
        clicks((1, at("10:00:00"), "/a"), (1, at("10:00:00"), "/a")),
        rule="duplicates",
        expected=average(1, 0.0)
        | {
            "sessionize": [(1, 1, at("10:00:00"), "/a"), (1, 1, at("10:00:00"), "/a")],
            "session_table": [(1, 1, at("10:00:00"), at("10:00:00"), 0.0, 1, 1, "/a", "/a")],
            "user_sessions": [(1, 1, 1, 0.0, 0.0, 1.0)],
        },
    )
    yield Case(
        "the last click of a session logged three times",
        clicks(
            (1, at("10:00:00"), "/a"),
            (1, at("10:10:00"), "/b"),
            (1, at("10:10:00"), "/b"),
            (1, at("10:10:00"), "/b"),
            (1, at("11:00:00"), "/a"),
        ),
        rule="duplicates",
        expected=average(2, 5.0) | {"user_sessions": [(1, 2, 3, 10.0, 5.0, 0.5)]},
    )
    yield Case(
        "two pages at the same instant and nothing else",
        clicks((1, at("10:00:00"), "/b"), (1, at("10:00:00"), "/a")),
        rule="events",
        expected={
            "sessionize": [(1, 1, at("10:00:00"), "/a"), (1, 1, at("10:00:00"), "/b")],
            "session_table": [(1, 1, at("10:00:00"), at("10:00:00"), 0.0, 2, 2, "/a", "/b")],
            "user_sessions": [(1, 1, 2, 0.0, 0.0, 0.0)],
        },
    )
    yield Case(
        "two pages at the same instant open a session",
        clicks(
            (1, at("08:00:00"), "/c"),
            (1, at("10:00:00"), "/b"),
            (1, at("10:00:00"), "/a"),
            (1, at("10:10:00"), "/c"),
        ),
        rule="numbers",
        expected=average(2, 5.0),
    )
    yield Case(
        "several pages at the first ts",
        clicks(
            (1, at("10:00:00"), "/c"),
            (1, at("10:00:00"), "/b"),
            (1, at("10:05:00"), "/a"),
        ),
        rule="entry",
        expected={"session_table": [(1, 1, at("10:00:00"), at("10:05:00"), 5.0, 3, 3, "/b", "/a")]},
    )
    yield Case(
        "several pages at the last ts",
        clicks(
            (1, at("10:00:00"), "/d"),
            (1, at("10:05:00"), "/b"),
            (1, at("10:05:00"), "/c"),
        ),
        rule="exit",
        expected={"session_table": [(1, 1, at("10:00:00"), at("10:05:00"), 5.0, 3, 3, "/d", "/c")]},
    )
    yield Case(
        "the way through a session is not alphabetical",
        of_pages("/b", "/c", "/a", "/b"),
        rule="entry",
        expected={"session_table": [(1, 1, at("10:00:00"), at("10:03:00"), 3.0, 4, 3, "/b", "/b")]},
    )
    yield Case(
        "capital letters sort before small ones",
        clicks((1, at("10:00:00"), "/Z"), (1, at("10:00:00"), "/a")),
        rule="alphabet",
        expected={"session_table": [(1, 1, at("10:00:00"), at("10:00:00"), 0.0, 2, 2, "/Z", "/a")]},
    )
    yield Case(
        "pages that differ in a capital letter only",
        clicks((1, at("10:00:00"), "/a"), (1, at("10:00:00"), "/A")),
        rule="pages",
        expected={
            "session_table": [(1, 1, at("10:00:00"), at("10:00:00"), 0.0, 2, 2, "/A", "/a")],
            "user_sessions": [(1, 1, 2, 0.0, 0.0, 0.0)],
        },
    )
    yield Case(
        "one page at two times",
        of_pages("/a", "/a"),
        rule="pages",
        expected={
            "session_table": [(1, 1, at("10:00:00"), at("10:01:00"), 1.0, 2, 1, "/a", "/a")],
            "user_sessions": [(1, 1, 2, 1.0, 1.0, 0.0)],
        },
    )


def of_pages(*pages):
    """One user's pages, a minute apart."""
    return clicks(*((1, at(f"10:0{minute}:00"), page) for minute, page in enumerate(pages)))


def weights_and_bounces():
    yield Case(
        "a bounce and a session of 10 minutes",
        of_one_user("08:00:00", "10:00:00", "10:10:00"),
        rule="length",
        expected=average(2, 5.0) | {"user_sessions": [(1, 2, 3, 10.0, 5.0, 0.5)]},
    )
    yield Case(
        "a zero-minute session that is no bounce, and one that is",
        clicks(
            (1, at("08:00:00"), "/a"),
            (1, at("10:00:00"), "/a"),
            (1, at("10:00:00"), "/b"),
            (1, at("12:00:00"), "/a"),
            (1, at("12:06:00"), "/b"),
        ),
        rule="bounce",
        expected=average(3, 2.0) | {"user_sessions": [(1, 3, 5, 6.0, 2.0, 1 / 3)]},
    )


def many_rows():
    """Answers that leave level rows to chance: with few rows, chance is kind to them."""
    users = range(1, 19)
    visits = [(user, hour) for user in users for hour in ((8, 9) if user % 3 == 0 else (8,))]
    yield Case(
        "eighteen users, every third of them twice",
        clicks(*((user, at(f"{hour:02}:00:00"), "/a") for user, hour in visits)),
        rule="ranking",
        expected=average(24, 0.0)
        | {
            "user_sessions": [
                *((user, 2, 2, 0.0, 0.0, 1.0) for user in users if user % 3 == 0),
                *((user, 1, 1, 0.0, 0.0, 1.0) for user in users if user % 3 != 0),
            ]
        },
    )
    times = [at(f"{hour:02}:00:00") for hour in range(15)]
    yield Case(
        "fifteen visits, each of one click logged twice",
        clicks(*((1, ts, "/a") for ts in times for _ in range(2))),
        rule="boundary",
        expected=average(15, 0.0)
        | {
            "sessionize": [
                (1, number, ts, "/a") for number, ts in enumerate(times, 1) for _ in range(2)
            ],
            "session_table": [
                (1, number, ts, ts, 0.0, 1, 1, "/a", "/a") for number, ts in enumerate(times, 1)
            ],
            "user_sessions": [(1, 15, 15, 0.0, 0.0, 1.0)],
        },
    )
    first = datetime(2025, 6, 20, 10)
    yield Case(
        "one session of 24 hours, a click every 30 minutes",
        clicks(*((1, first + timedelta(minutes=30 * n), "/a") for n in range(49))),
        rule="inactivity",
        expected=average(1, 1440.0)
        | {
            "session_table": [
                (1, 1, at("10:00:00"), at("10:00:00", NEXT_DAY), 1440.0, 49, 1, "/a", "/a")
            ],
            "user_sessions": [(1, 1, 49, 1440.0, 1440.0, 0.0)],
        },
    )


SILENCES = [
    timedelta(0),
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(minutes=20),
    timedelta(minutes=30, microseconds=-1),
    timedelta(minutes=30),
    timedelta(minutes=30, microseconds=1),
    timedelta(minutes=30, seconds=30),
    timedelta(minutes=31),
    timedelta(hours=6),
    timedelta(days=1, minutes=10),
]
STARTS = [datetime(2025, 6, 20, *clock) for clock in [(9, 59, 59), (10, 0), (10, 20), (23, 45)]]
PAGES = ["/", "/a", "/b", "/cart", "/Z"]


def draw(rng):
    """Up to four users whose silences lie on a grid around 30 minutes."""
    rows = []
    for user in rng.sample(range(1, 8), rng.choice([0, 1, 2, 2, 3, 4])):
        ts = rng.choice(STARTS)
        for _ in range(rng.randint(1, 7)):
            rows.append((maybe_none(rng, user), maybe_none(rng, ts), rng.choice(PAGES)))
            ts += on_grid(rng, SILENCES, lambda: timedelta(seconds=rng.randint(1, 4000)), share=0.7)
    return clicks(*with_repeats(rng, rows)[:30])
