"""Inputs for the fall of daily actives: small hand-made ones, each for one mistake, then random ones."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations

from grader.authoring import Case, maybe_none, on_grid

PASSIVE = ("push_received", "background_sync")
BEFORE, AFTER = "2025-09-09", "2025-09-10"


def rows(*events):
    """Events from (user, time, name, platform, country, version); what is left out is the usual."""
    usual = ("u1", BEFORE, "visit", "web", "US", "1.0")
    return [(number, *event, *usual[len(event) :]) for number, event in enumerate(events, 1)]


# --- daily_active_users ------------------------------------------------------------------------


def daily(name, events, expected=None, rule=""):
    return Case(
        name,
        {"events": events, "period": [(BEFORE, AFTER)]},  # the query does not read it; valid() does
        rule=rule,
        expected={} if expected is None else {"daily_active_users": expected},
        answers=["daily_active_users"],
    )


def days_by_hand():
    yield daily("one event", rows(("u1", "2025-09-09 12:00:00")), [("2025-09-09", 1)])
    yield daily(
        "a second after midnight, and a second before",
        rows(
            ("u1", "2025-09-09 00:00:00"),
            ("u2", "2025-09-09 23:59:59"),
            ("u2", "2025-09-10 00:00:00"),
            ("u3", "2025-09-10 23:59:59.999999"),
        ),
        [("2025-09-09", 2), ("2025-09-10", 2)],
        rule="day",
    )
    yield daily(
        "one user, many events, two days",
        rows(
            ("u1", "2025-09-09 08:00:00"),
            ("u1", "2025-09-09 09:00:00", "order"),
            ("u1", "2025-09-10 09:00:00"),
            ("u2", "2025-09-10 09:00:00"),
        ),
        [("2025-09-09", 1), ("2025-09-10", 2)],
        rule="active",
    )
    yield daily(
        "pushes and background syncs are no visits",
        rows(
            ("u1", "2025-09-09 08:00:00"),
            ("u2", "2025-09-09 08:00:00", "push_received"),
            ("u3", "2025-09-09 08:00:00", "background_sync"),
        ),
        [("2025-09-09", 1)],
        rule="active",
    )
    yield daily(
        "other names that sound passive are active",
        rows(
            ("u1", "2025-09-09 08:00:00", "push_opened"),
            ("u2", "2025-09-09 08:00:00", "Push_Received"),
            ("u3", "2025-09-09 08:00:00", "sync"),
        ),
        [("2025-09-09", 3)],
        rule="active",
    )
    yield daily(
        "days with passive events only, at both ends and between",
        rows(
            ("u1", "2025-09-08 08:00:00", "push_received"),
            ("u1", "2025-09-09 08:00:00"),
            ("u1", "2025-09-10 08:00:00", "background_sync"),
            ("u1", "2025-09-11 08:00:00"),
            ("u1", "2025-09-12 08:00:00", "push_received"),
        ),
        [
            ("2025-09-08", 0),
            ("2025-09-09", 1),
            ("2025-09-10", 0),
            ("2025-09-11", 1),
            ("2025-09-12", 0),
        ],
        rule="calendar",
    )
    yield daily(
        "a gap of two days, over the end of a month",
        rows(("u1", "2025-08-30 23:00:00"), ("u1", "2025-09-02 01:00:00")),
        [("2025-08-30", 1), ("2025-08-31", 0), ("2025-09-01", 0), ("2025-09-02", 1)],
        rule="calendar",
    )
    yield daily(
        "the last day has orphans only",
        rows(
            ("u1", "2025-09-09 08:00:00"),
            (None, "2025-09-10 08:00:00"),
            (None, "2025-09-10 09:00:00"),
        ),
        [("2025-09-09", 1), ("2025-09-10", 0)],
        rule="orphan",
    )
    yield daily(
        "orphans beside a known user",
        rows((None, "2025-09-09 08:00:00"), ("u1", "2025-09-09 08:00:00")),
        [("2025-09-09", 1)],
        rule="orphan",
    )
    yield daily(
        "only passive events",
        rows(("u1", "2025-09-09 08:00:00", "push_received")),
        [("2025-09-09", 0)],
        rule="calendar",
    )
    yield daily("no events, no days", [], [], rule="calendar")


# --- drop_by_segment ---------------------------------------------------------------------------


def drop(name, events, expected=None, rule="", period=(BEFORE, AFTER)):
    return Case(
        name,
        {"events": events, "period": [period]},
        rule=rule,
        expected={} if expected is None else {"drop_by_segment": expected},
        answers=["drop_by_segment"],
    )


def drops_by_hand():
    yield drop(
        "worked example: android loses its ids",
        WORKED,
        [
            ("platform", "android", 2, 1, -1, 1.0, 0, 1),
            ("platform", "web", 2, 2, 0, 0.0, 0, 0),
            ("country", "US", 3, 2, -1, 1.0, 0, 1),
            ("country", "DE", 1, 1, 0, 0.0, 0, 0),
            ("app_version", "8.4.0", 2, 1, -1, 1.0, 0, 1),
            ("app_version", "unknown", 2, 2, 0, 0.0, 0, 0),
        ],
    )
    yield drop(
        "one segment is gone, and one is new",
        rows(
            ("u1", BEFORE, "visit", "ios"),
            ("u2", BEFORE, "visit", "ios"),
            ("u3", AFTER, "visit", "web"),
        ),
        [
            ("platform", "ios", 2, 0, -2, 2.0, 0, 0),
            ("platform", "web", 0, 1, 1, -1.0, 0, 0),
            ("country", "US", 2, 1, -1, 1.0, 0, 0),
            ("app_version", "1.0", 2, 1, -1, 1.0, 0, 0),
        ],
        rule="counts",
    )
    yield drop(
        "a user on two platforms",
        rows(("u1", BEFORE, "visit", "ios"), ("u1", BEFORE, "visit", "web")),
        [
            ("platform", "ios", 1, 0, -1, 1.0, 0, 0),
            ("platform", "web", 1, 0, -1, 1.0, 0, 0),
            ("country", "US", 1, 0, -1, 1.0, 0, 0),
            ("app_version", "1.0", 1, 0, -1, 1.0, 0, 0),
        ],
        rule="share",
    )
    yield drop(
        "a user moves from one platform to another: the total did not change",
        rows(("u1", BEFORE, "visit", "ios"), ("u1", AFTER, "visit", "web")),
        [
            ("platform", "ios", 1, 0, -1, None, 0, 0),
            ("platform", "web", 0, 1, 1, None, 0, 0),
            ("country", "US", 1, 1, 0, None, 0, 0),
            ("app_version", "1.0", 1, 1, 0, None, 0, 0),
        ],
        rule="share",
    )
    yield drop(
        "platform, country and version are missing",
        rows(("u1", BEFORE, "visit", None, None, None), ("u2", AFTER), ("u3", AFTER)),
        [
            ("platform", "unknown", 1, 0, -1, -1.0, 0, 0),
            ("platform", "web", 0, 2, 2, 2.0, 0, 0),
            ("country", "unknown", 1, 0, -1, -1.0, 0, 0),
            ("country", "US", 0, 2, 2, 2.0, 0, 0),
            ("app_version", "unknown", 1, 0, -1, -1.0, 0, 0),
            ("app_version", "1.0", 0, 2, 2, 2.0, 0, 0),
        ],
        rule="unknown",
    )
    yield drop(
        "orphans on both days, in segments of their own",
        rows(
            (None, BEFORE, "visit", "ios"),
            (None, BEFORE, "order", "ios"),
            (None, AFTER, "visit", "android"),
            ("u1", BEFORE),
        ),
        [
            ("platform", "ios", 0, 0, 0, 0.0, 2, 0),
            ("platform", "android", 0, 0, 0, 0.0, 0, 1),
            ("platform", "web", 1, 0, -1, 1.0, 0, 0),
            ("country", "US", 1, 0, -1, 1.0, 2, 1),
            ("app_version", "1.0", 1, 0, -1, 1.0, 2, 1),
        ],
        rule="orphan",
    )
    yield drop(
        "passive events count nowhere, not even as orphans",
        rows(
            ("u1", BEFORE),
            ("u2", BEFORE, "push_received", "ios"),
            (None, AFTER, "background_sync", "android"),
        ),
        [
            ("platform", "web", 1, 0, -1, 1.0, 0, 0),
            ("country", "US", 1, 0, -1, 1.0, 0, 0),
            ("app_version", "1.0", 1, 0, -1, 1.0, 0, 0),
        ],
        rule="active",
    )
    yield drop(
        "days between, before and after play no part",
        rows(
            ("u1", "2025-09-08 23:59:59", "visit", "ios"),
            ("u2", "2025-09-09 00:00:00"),
            ("u3", "2025-09-09 23:59:59"),
            ("u4", "2025-09-10 12:00:00", "visit", "ios"),
            ("u2", "2025-09-11 23:59:59"),
            ("u4", "2025-09-12 00:00:00", "visit", "ios"),
        ),
        [
            ("platform", "web", 2, 1, -1, 1.0, 0, 0),
            ("country", "US", 2, 1, -1, 1.0, 0, 0),
            ("app_version", "1.0", 2, 1, -1, 1.0, 0, 0),
        ],
        rule="two_days",
        period=("2025-09-09", "2025-09-11"),
    )
    yield drop(
        "many events of one user, and a rise",
        rows(
            ("u1", BEFORE),
            ("u1", BEFORE, "order"),
            ("u1", AFTER),
            ("u2", AFTER),
            ("u3", AFTER),
            ("u3", AFTER, "order"),
        ),
        [
            ("platform", "web", 1, 3, 2, 1.0, 0, 0),
            ("country", "US", 1, 3, 2, 1.0, 0, 0),
            ("app_version", "1.0", 1, 3, 2, 1.0, 0, 0),
        ],
    )
    yield drop("no event on either day", rows(("u1", "2025-09-08 12:00:00")), [])
    yield drop("no events at all", [], [])


# What the lesson works out by hand: the phone of u2 sends on, without saying whose it is.
WORKED = rows(
    ("u1", f"{BEFORE} 08:00:00", "visit", "android", "US", "8.4.0"),
    ("u2", f"{BEFORE} 09:30:00", "visit", "android", "US", "8.4.0"),
    ("u3", f"{BEFORE} 10:00:00", "visit", "web", "US", None),
    ("u4", f"{BEFORE} 21:00:00", "search", "web", "DE", None),
    ("u1", f"{AFTER} 08:00:00", "visit", "android", "US", "8.4.0"),
    (None, f"{AFTER} 09:30:00", "visit", "android", "US", "8.4.0"),
    ("u3", f"{AFTER} 10:00:00", "visit", "web", "US", None),
    ("u4", f"{AFTER} 21:00:00", "search", "web", "DE", None),
)


# --- mix_rate ----------------------------------------------------------------------------------


def mix(name, base, following, expected=None, rule=""):
    return Case(
        name,
        {"base_period": base, "next_period": following},
        rule=rule,
        expected={} if expected is None else {"mix_rate": expected},
        answers=["mix_rate"],
    )


def mixes_by_hand():
    yield mix(
        "worked example: both rates rise, and the total falls",
        [("new", 100, 20), ("old", 900, 630)],
        [("new", 900, 189), ("old", 900, 639)],
        # w: .1 -> .5 and .9 -> .5; (R0 + R1) / 2 = .555
        [("new", 0.4 * (0.205 - 0.555), 0.003), ("old", -0.4 * (0.705 - 0.555), 0.007)],
    )
    yield mix(
        "only the rates change",
        [("a", 50, 10), ("b", 50, 20)],
        [("a", 100, 40), ("b", 100, 20)],
        [("a", 0.0, 0.1), ("b", 0.0, -0.1)],
        rule="effects",
    )
    yield mix(
        "only the shares change",
        [("a", 60, 30), ("b", 40, 10)],
        [("a", 20, 10), ("b", 80, 20)],
        # R: .4 -> .3
        [("a", -0.4 * 0.15, 0.0), ("b", 0.4 * -0.1, 0.0)],
        rule="effects",
    )
    yield mix(
        "shares and rates change together",
        [("a", 50, 25), ("b", 50, 5)],
        [("a", 20, 4), ("b", 80, 16)],
        # R: .3 -> .2, and the effects add to -.1
        [("a", -0.3 * (0.35 - 0.25), -0.3 * 0.35), ("b", 0.3 * (0.15 - 0.25), 0.1 * 0.65)],
        rule="effects",
    )
    yield mix(
        "a segment is new",
        [("a", 100, 50)],
        [("a", 50, 25), ("b", 50, 10)],
        # R: .5 -> .35
        [("a", -0.5 * (0.5 - 0.425), 0.0), ("b", 0.5 * (0.2 - 0.425), 0.0)],
        rule="absent",
    )
    yield mix(
        "a segment is gone",
        [("a", 50, 25), ("b", 50, 10)],
        [("a", 100, 50)],
        [("a", 0.5 * (0.5 - 0.425), 0.0), ("b", -0.5 * (0.2 - 0.425), 0.0)],
        rule="absent",
    )
    yield mix(
        "0 users now, and 0 users before",
        [("a", 50, 25), ("b", 50, 10), ("c", 0, 0)],
        [("a", 60, 30), ("b", 0, 0), ("c", 40, 40)],
        # R: .35 -> .7
        [
            ("a", 0.1 * (0.5 - 0.525), 0.0),
            ("b", -0.5 * (0.2 - 0.525), 0.0),
            ("c", 0.4 * (1.0 - 0.525), 0.0),
        ],
        rule="absent",
    )
    yield mix(
        "everybody is in another segment",
        [("a", 10, 4)],
        [("b", 20, 12)],
        # R: .4 -> .6
        [("a", -1.0 * (0.4 - 0.5), 0.0), ("b", 1.0 * (0.6 - 0.5), 0.0)],
        rule="absent",
    )
    yield mix(
        "one segment: all of it is rate",
        [("a", 10, 4)],
        [("a", 1000, 100)],
        [("a", 0.0, -0.3)],
        rule="effects",
    )
    yield mix(
        "nobody is active",
        [("a", 10, 0), ("b", 5, 0)],
        [("a", 5, 0), ("b", 10, 0)],
        [("a", 0.0, 0.0), ("b", 0.0, 0.0)],
    )


def draw_mix(rng):
    def counts():
        users = rng.choice([0, 1, 2, 4, 10, 50, 90])
        return users, rng.choice([0, users, rng.randint(0, users)])

    while True:
        names = rng.sample(["a", "b", "c", "d", "e"], rng.randint(1, 5))
        inputs = {
            table: [(name, *counts()) for name in names if rng.random() < 0.8]
            for table in ("base_period", "next_period")
        }
        if not valid(inputs):
            return inputs


# --- find_culprit ------------------------------------------------------------------------------


def search(name, events, expected=None, rule="", tolerance=0.1, days=(BEFORE, AFTER)):
    return Case(
        name,
        {"events": events, "before_day": days[0], "after_day": days[1], "tolerance": tolerance},
        rule=rule,
        expected={"find_culprit": expected},
        answers=["find_culprit"],
    )


def two_days(*groups):
    """Events from (how many users before, how many of them after, platform, country, version)."""
    events, first = [], 0
    for n_before, n_after, *where in groups:
        users = [f"u{first + number}" for number in range(max(n_before, n_after))]
        events += [(user, BEFORE, "visit", *where) for user in users[:n_before]]
        events += [(user, AFTER, "visit", *where) for user in users[:n_after]]
        first += len(users)
    return rows(*events)


def culprit(dau_before, dau_after, rest_change, **segment):
    return {
        "segment": segment,
        "dau_before": dau_before,
        "dau_after": dau_after,
        "rest_change": rest_change,
    }


def culprits_by_hand():
    yield search(
        "one value is the culprit",
        two_days((3, 0, "ios", "US"), (2, 2, "web", "US"), (3, 3, "web", "DE")),
        culprit(3, 0, 0.0, platform="ios"),
    )
    yield search(
        "a pair is the culprit, and each value alone is only mildly bad",
        two_days(
            (2, 0, "android", "US", "8.4.0"),
            (2, 2, "ios", "US", "8.4.0"),
            (2, 2, "android", "US", "8.3.0"),
            (2, 2, "ios", "US", "8.3.0"),
        ),
        culprit(2, 0, 0.0, platform="android", app_version="8.4.0"),
        rule="candidates",
    )
    yield search(
        "only the pair leaves a rest that looks normal",
        two_days(
            (2, 0, "android", "US", "8.4.0"),
            (4, 4, "ios", "US", "8.4.0"),
            (4, 4, "android", "US", "8.3.0"),
            (2, 1, "ios", "US", "8.3.0"),
        ),
        culprit(2, 0, -0.1, platform="android", app_version="8.4.0"),
        rule="candidates",
        tolerance=0.12,
    )
    yield search(
        "all segments fall alike: nobody is the culprit",
        two_days((3, 2, "ios", "US"), (3, 2, "web", "DE"), (3, 2, "android", "IN")),
        None,
        rule="choice",
    )
    yield search(
        "the widest cut leaves the rest healthy too",
        two_days(
            (3, 1, "ios", "US", "1.0"), (1, 1, "web", "US", "1.0"), (2, 2, "web", "DE", "1.0")
        ),
        culprit(3, 1, 0.0, platform="ios"),
        rule="choice",
    )
    yield search("nothing changed, tolerance 0", two_days((2, 2), (2, 2, "ios")), None, "fell", 0)
    yield search(
        "one user of many is gone, tolerance 0",
        two_days((1, 0, "ios"), (4, 4, "web")),
        culprit(1, 0, 0.0, platform="ios"),
        "fell",
        0,
    )
    yield search(
        "tolerance 0: a rest that rises qualifies too",
        two_days((2, 0, "ios"), (2, 3, "web")),
        culprit(2, 0, 0.5, platform="ios"),
        "rest",
        0,
    )
    yield search(
        "a fall of exactly the tolerance is none",
        two_days((2, 1, "ios"), (2, 2, "web")),
        None,
        "fell",
        0.25,
    )
    yield search(
        "the rest falls by exactly the tolerance, and qualifies",
        two_days((2, 0, "ios", "US"), (4, 3, "web", "US")),
        culprit(2, 0, -0.25, platform="ios"),
        "rest",
        0.25,
    )
    yield search(
        "the rest falls by more than the tolerance",
        two_days((2, 0, "ios", "US"), (3, 2, "web", "US")),
        None,
        "rest",
        0.25,
    )
    yield search("DAU rises", two_days((1, 3, "ios"), (1, 1, "web")), None, "fell")
    yield search("nobody before", two_days((0, 2, "ios")), None, "fell")
    yield search("everybody is gone", two_days((2, 0, "ios"), (2, 0, "web")), None, "choice")
    yield search("there is only one segment: no rest", two_days((4, 1)), None, "rest")
    yield search("no events to search", [], None, "fell")
    yield search(
        "users of the segment who are active elsewhere belong to the rest",
        # the rest before: u1, u2, u3 on the web; after: u3
        rows(
            *[(user, BEFORE, "visit", "ios") for user in ("u1", "u2", "u4")],
            *[(user, BEFORE, "visit", "web") for user in ("u1", "u2", "u3")],
            ("u3", AFTER, "visit", "web"),
        ),
        None,
        "rest",
    )
    yield search(
        "one user on two platforms keeps the rest healthy",
        # outside ios: u1, u2 on both days
        rows(
            ("u1", BEFORE, "visit", "ios"),
            ("u1", BEFORE, "visit", "web"),
            ("u2", BEFORE, "visit", "web"),
            ("u3", BEFORE, "visit", "ios"),
            ("u1", AFTER, "visit", "web"),
            ("u2", AFTER, "visit", "web"),
        ),
        culprit(2, 0, 0.0, platform="ios"),
        "rest",
    )
    yield search(
        "the culprit is a missing country",
        two_days((2, 0, "web", None), (3, 3, "web", "US"), (2, 2, "ios", "US")),
        culprit(2, 0, 0.0, country="unknown"),
        "unknown",
    )
    yield search(
        "missing values are part of the rest",
        two_days((2, 0, "ios", "US"), (4, 4, None, None, None)),
        culprit(2, 0, 0.0, app_version="1.0"),
        "unknown",
    )
    yield search(
        "the ids are lost, and the events are not",
        [
            *two_days((2, 0, "android", "US"), (3, 3, "web", "US")),
            (91, None, AFTER, "visit", "android", "US", "1.0"),
            (92, None, AFTER, "visit", "android", "US", "1.0"),
        ],
        culprit(2, 0, 0.0, platform="android"),
        "orphan",
    )
    yield search(
        "passive events on the day after hide nothing",
        [
            *two_days((2, 0, "android", "US"), (3, 3, "web", "US")),
            (91, "u0", AFTER, "push_received", "android", "US", "1.0"),
            (92, "u1", AFTER, "background_sync", "android", "US", "1.0"),
        ],
        culprit(2, 0, 0.0, platform="android"),
        "active",
    )
    yield search(
        "passive events and orphans on the day before make no candidate and no rest",
        [
            *two_days((3, 1, "android", "US")),
            (91, "u8", BEFORE, "push_received", "ios", "US", "1.0"),
            (92, None, BEFORE, "visit", "web", "US", "1.0"),
        ],
        None,
        "rest",
    )
    yield search(
        "other days play no part, and midnight does",
        rows(
            ("u1", "2025-09-08 23:59:59", "visit", "ios"),
            ("u2", "2025-09-09 00:00:00", "visit", "ios"),
            ("u3", "2025-09-09 23:59:59"),
            ("u2", "2025-09-10 12:00:00", "visit", "ios"),
            ("u3", "2025-09-11 23:59:59"),
            ("u2", "2025-09-12 00:00:00", "visit", "ios"),
        ),
        culprit(1, 0, 0.0, platform="ios"),
        "two_days",
        days=("2025-09-09", "2025-09-11"),
    )
    yield search(
        "equal segments: one condition before two, and app_version before platform",
        two_days((2, 0, "ios", "US", "8.4.0"), (3, 3, "web", "US", "8.3.0")),
        culprit(2, 0, 0.0, app_version="8.4.0"),
        "choice",
    )
    yield search(
        "equal segments: the dimension decides first, and only then the value",
        two_days((1, 0, "android", "DE", "v9"), (1, 1, "ios", "AT", "v8")),
        culprit(1, 0, 0.0, app_version="v9"),
        "choice",
    )
    yield search(
        "equal pairs: country before platform",
        two_days(
            (2, 0, "ios", "DE", "8.4.0"),
            (2, 2, "web", "DE", "8.3.0"),
            (2, 2, "web", "US", "8.4.0"),
            (2, 2, "ios", "US", "8.3.0"),
        ),
        culprit(2, 0, 0.0, app_version="8.4.0", country="DE"),
        "choice",
    )
    yield search(
        "equal values of one dimension: the first by name, and 10.0 comes before 9.0",
        two_days(
            (2, 1, "web", "US", "9.0"), (2, 1, "web", "US", "10.0"), (4, 4, "web", "US", "8.0")
        ),
        culprit(2, 1, -1 / 6, app_version="10.0"),
        "choice",
        tolerance=0.2,
    )
    yield search(
        "a pair is smaller than the single value that qualifies as well",
        two_days(
            (4, 0, "android", "US", "8.4.0"),
            (1, 1, "android", "DE", "8.4.0"),
            (4, 4, "web", "US", "8.3.0"),
        ),
        culprit(4, 0, 0.0, app_version="8.4.0", country="US"),
        "choice",
    )
    yield search(
        "the candidate that lost most leaves a rest that fell as well",
        two_days((5, 3, "ios", "US"), (2, 0, "web", "US"), (2, 1, "web", "DE"), (2, 2, "tv", "IN")),
        None,
        "rest",
    )
    yield search(
        "many events of one user are one user",
        rows(
            *[("u1", BEFORE, name, "ios") for name in ("visit", "search", "order")],
            *[("u2", day, "visit", "web") for day in (BEFORE, AFTER)],
            *[("u3", day, "visit", "web") for day in (BEFORE, AFTER, AFTER)],
        ),
        culprit(1, 0, 0.0, platform="ios"),
    )
    yield search("a tolerance of 1: nothing can fall by more", two_days((2, 0)), None, "fell", 1.0)
    yield search(
        "negative tolerance", two_days((2, 0), (2, 2, "ios")), ValueError, "culprit_errors", -0.25
    )
    yield search("negative tolerance, and no events", [], ValueError, "culprit_errors", -0.25)


def draw_fall(rng):
    """Some of a segment is lost, and a few people besides."""
    while True:
        bad = {1: rng.choice(["ios", "web", None])}
        if rng.random() < 0.6:
            bad[rng.choice([2, 3])] = None
        people = []
        for number in range(rng.randint(5, 14)):
            where = [rng.choice(grid) for grid in GRIDS]
            people.append((f"u{number}", *(maybe_none(rng, value, 0.08) for value in where)))
        for place in bad:
            bad[place] = rng.choice(people)[place]
        events = []
        for person in people:
            hit = all(person[place] == value for place, value in bad.items())
            for day in (BEFORE, AFTER):
                if day == BEFORE or rng.random() > (0.9 if hit else 0.08):
                    events.append((person[0], day, "visit", *person[1:]))
                elif rng.random() < 0.4:
                    events.append((None, day, "visit", *person[1:]))
            if rng.random() < 0.15:  # elsewhere too
                events.append(
                    (person[0], rng.choice([BEFORE, AFTER]), "order", rng.choice(GRIDS[0]))
                )
            if rng.random() < 0.15:
                events.append((person[0], AFTER, rng.choice(PASSIVE), *person[1:]))
        inputs = {
            "events": rows(*events),
            "before_day": BEFORE,
            "after_day": AFTER,
            "tolerance": rng.choice([0.03, 0.07, 0.13, 0.21]),
        }
        if not valid(inputs):
            return inputs


GRIDS = (["ios", "web", "android"], ["US", "DE"], ["8.3.0", "8.4.0"])


# -----------------------------------------------------------------------------------------------


def draw_events(rng):
    days = ["2025-09-08", BEFORE, BEFORE, AFTER, AFTER, "2025-09-13"]
    edges = ["00:00:00", "23:59:59", "23:59:59.999999"]
    names = ["visit", "visit", "search", "order", *PASSIVE]
    return rows(
        *(
            (
                maybe_none(rng, f"u{rng.randint(1, 5)}", 0.2),
                f"{rng.choice(days)} {on_grid(rng, edges, lambda: f'{rng.randrange(24):02}:30:00')}",
                rng.choice(names),
                *(maybe_none(rng, rng.choice(grid), 0.1) for grid in GRIDS),
            )
            for _ in range(rng.randint(0, 16))
        )
    )


def cases(rng):
    yield from days_by_hand()
    for n in range(1, 13):
        yield daily(f"random days {n}", draw_events(rng))
    yield from drops_by_hand()
    for n in range(1, 16):
        yield drop(f"random fall {n}", draw_events(rng))
    yield from mixes_by_hand()
    for n in range(1, 13):
        yield Case(f"random mix {n}", draw_mix(rng), answers=["mix_rate"])
    yield from culprits_by_hand()
    for n in range(1, 21):
        yield Case(f"random culprit {n}", draw_fall(rng), answers=["find_culprit"])


def valid(inputs):
    """The sentence of the contract that these inputs break, or None."""
    if "base_period" in inputs and not inputs.get("period"):
        return _valid_mix(inputs["base_period"], inputs["next_period"])
    for row in inputs["events"]:
        if "unknown" in row[4:]:
            return "no platform, country or app_version is called 'unknown'."
    if "period" in inputs:
        before_day, after_day = inputs["period"][0]
        return None if before_day < after_day else "before_day is earlier than after_day."
    return _valid_search(**inputs) if "tolerance" in inputs else None


def _valid_mix(base, following):
    for _, users, active in [*base, *following]:
        if not 0 <= active <= users <= 1e9:
            return "users >= 0 and 0 <= active <= users."
    total = Counter()
    for segment, users, _ in [*base, *following]:
        total[segment] += users
    if not all(total.values()):
        return "every segment has users in at least one of the two periods."
    if not all(any(users for _, users, _ in table) for table in (base, following)):
        return "both tables have users."
    return None


def _valid_search(events, before_day, after_day, tolerance):
    before_day, after_day = str(before_day), str(after_day)
    if not before_day[:10] < after_day[:10] or any(
        day[10:] not in ("", " 00:00:00", "T00:00:00") for day in (before_day, after_day)
    ):
        return "before_day and after_day are midnights, and before_day is earlier."
    there = {before_day[:10]: set(), after_day[:10]: set()}
    for _, user, time, name, *where in events:
        if str(time)[:10] in there and user is not None and name not in PASSIVE:
            there[str(time)[:10]].add((user, *where))
    before, after = there.values()
    places = {
        tuple((place, row[place]) for place in chosen)
        for row in before
        for size in (1, 2)
        for chosen in combinations((1, 2, 3), size)
    }
    for segment in [((0, None),), *places]:  # no user is None, so the first one is everybody

        def rest(day, segment=segment):
            return len({row[0] for row in day if any(row[at] != value for at, value in segment)})

        n, m = rest(before), rest(after)
        if n and abs((m - n) / n + tolerance) < 1e-7:
            exact = Fraction(m - n, n) == -Fraction(tolerance) and (m == n or n & (n - 1) == 0)
            if not exact:
                return "a relative change is exactly −tolerance, or not so near to it."
    return None
