"""The lesson's tables: three mornings of September 2025, simulated with a fixed seed.

Planted: on 10 September, Android 8.4.0 sends 95% of its events without user_id, and as many events
as ever (instrumentation). On 17 September iOS is gone, and only its pushes still arrive (an outage).
And between two months many new members joined, of whom fewer are active (a mix shift): both segments
improve, and the total falls.
"""

import numpy as np
import pandas as pd

SEED = 131
MEMBERS = 2_600
FIRST_DAY, BROKEN_DAY = pd.Timestamp("2025-08-27"), pd.Timestamp("2025-09-10")
OUTAGE_DAY = pd.Timestamp("2025-09-17")
NAMES = ["visit", "search", "product_view", "add_to_cart", "order"]
SHARES = [0.34, 0.22, 0.30, 0.08, 0.06]
WAVE = 0.03  # more on Sundays, less in the middle of the week


def tables():
    rng = np.random.default_rng(SEED)
    members = _members(rng)
    events = _events(rng, members, pd.date_range(FIRST_DAY, BROKEN_DAY))
    broken = (
        (events["event_time"] >= BROKEN_DAY)
        & (events["platform"] == "android")
        & (events["app_version"] == "8.4.0")
    )
    events["user_id"] = events["user_id"].mask(broken & (rng.random(len(events)) < 0.95))

    outage_events = _events(
        rng, members, pd.date_range(OUTAGE_DAY - pd.Timedelta(days=1), OUTAGE_DAY)
    )
    gone = (
        (outage_events["event_time"] >= OUTAGE_DAY)
        & (outage_events["platform"] == "ios")
        & (outage_events["event_name"] != "push_received")  # the phones still get pushes
    )
    return {
        "events": events,
        "period": pd.DataFrame(
            {"before_day": [BROKEN_DAY - pd.Timedelta(days=1)], "after_day": [BROKEN_DAY]}
        ),
        "outage_events": outage_events[~gone].reset_index(drop=True),
        "base_period": pd.DataFrame(
            {"segment": ["new", "old"], "users": [100, 900], "active": [20, 630]}
        ),
        "next_period": pd.DataFrame(
            {"segment": ["new", "old"], "users": [900, 900], "active": [189, 639]}
        ),
    }


def _members(rng):
    platform = rng.choice(["android", "ios", "web"], MEMBERS, p=[0.48, 0.22, 0.30])
    version = rng.choice(["8.2.0", "8.3.0", "8.4.0"], MEMBERS, p=[0.15, 0.34, 0.51])
    country = rng.choice(["US", "DE", "GB", "IN"], MEMBERS, p=[0.48, 0.22, 0.18, 0.12])
    return pd.DataFrame(
        {
            "user_id": [f"m{number:04}" for number in range(MEMBERS)],
            "platform": platform,
            "country": np.where(rng.random(MEMBERS) < 0.03, None, country),
            "app_version": np.where(platform == "web", None, version),
            "chance": rng.beta(9, 3, MEMBERS),  # to be active on a given day
        }
    )


def _events(rng, members, days):
    parts = []
    for day in days:
        wave = 1 + WAVE * np.cos(2 * np.pi * (day.dayofweek - 6) / 7)
        here = members[rng.random(len(members)) < members["chance"] * wave]
        own = here.loc[here.index.repeat(1 + rng.poisson(2.5, len(here)))]
        own = own.assign(event_name=rng.choice(NAMES, len(own), p=SHARES))
        # some who have the app look something up on the web as well
        also = here[(here["platform"] != "web") & (rng.random(len(here)) < 0.06)]
        also = also.assign(platform="web", app_version=None, event_name="visit")
        phones = members[members["platform"] != "web"]
        pushed = phones[rng.random(len(phones)) < 0.8].assign(event_name="push_received")
        synced = phones[rng.random(len(phones)) < 0.5].assign(event_name="background_sync")
        rows = pd.concat([own, also, pushed, synced], ignore_index=True)
        hour = np.where(
            rows["event_name"] == "background_sync",
            rng.uniform(0, 24, len(rows)),
            np.clip(rng.normal(14, 5, len(rows)), 0, 23.999),
        )
        rows["event_time"] = day + pd.to_timedelta((hour * 3600).astype(int), unit="s")
        parts.append(rows)
    events = pd.concat(parts, ignore_index=True)
    # now and then an event loses its id, on every day and everywhere
    events["user_id"] = events["user_id"].mask(rng.random(len(events)) < 0.004)
    events = events.sample(frac=1, random_state=rng, ignore_index=True)
    events.insert(0, "event_id", np.arange(1, len(events) + 1))
    names = ["event_id", "user_id", "event_time", "event_name"]
    return events[[*names, "platform", "country", "app_version"]]
