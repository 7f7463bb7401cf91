"""The lesson's tables: the store's holdout_2025 in the shape of the contract, with the dirt of logs.

Planted here: users who were assigned again, features that a user meets more than once, and accounts of
the staff, who were never assigned and are the only ones to have met the gift_wrap_beta. Everything
else, the leak through picks_email included, is the store's.
"""

import numpy as np
import pandas as pd

from grader import store

SEED = 58
EXPERIMENT = "holdout_2025"
END = pd.Timestamp("2025-07-01")
AGAIN = 0.06  # of the users log in on a second device, and the lot is drawn once more
SEEN_TWICE = 0.15  # of the exposures are followed by another one
STAFF = 40


def tables():
    users = _of_the_holdout("experiment_assignments")
    users["grp"] = np.where(users["variant"] == "control", "holdout", "exposed")
    return {
        "assignments": _assignments(users),
        "exposures": _exposures(),
        "outcomes": _outcomes(users),
        "launches": store.frame("launches").sort_values("launch_date", ignore_index=True),
    }


def _of_the_holdout(table):
    rows = store.frame(table)
    return rows[rows["experiment"] == EXPERIMENT].reset_index(drop=True)


def _assignments(users):
    first = users[["user_id", "assigned_ts", "grp"]].rename(columns={"assigned_ts": "assigned_at"})
    rng = np.random.default_rng(SEED)
    again = first[rng.random(len(first)) < AGAIN].copy()
    again["assigned_at"] = _later(again["assigned_at"], rng)
    again["grp"] = np.where(rng.random(len(again)) < 0.05, "holdout", "exposed")
    return _shuffled([first, again])


def _exposures():
    met = store.frame("holdout_exposures").rename(columns={"exposed_ts": "exposed_at"})
    rng = np.random.default_rng(SEED + 1)
    twice = met[rng.random(len(met)) < SEEN_TWICE].copy()
    twice["exposed_at"] = _later(twice["exposed_at"], rng)
    largest = store.frame("experiment_assignments")["user_id"].max()
    staff = pd.DataFrame(
        {
            "user_id": largest + 1 + np.arange(2 * STAFF) % STAFF,
            "feature": np.repeat(["gift_wrap_beta", "picks_email"], STAFF),
            "exposed_at": END - pd.to_timedelta(rng.integers(1, 30 * 86_400, 2 * STAFF), unit="s"),
        }
    )
    return _shuffled([met, twice, staff])


def _later(moments, rng):
    """A moment after each of these, before the end."""
    left = (END - moments).dt.total_seconds().to_numpy()
    return moments + pd.to_timedelta(np.ceil(rng.random(len(left)) * (left - 1)), unit="s")


def _shuffled(parts):
    return pd.concat(parts).sample(frac=1, random_state=SEED, ignore_index=True)


def _outcomes(users):
    joined = users.merge(_of_the_holdout("experiment_metrics"), on="user_id", validate="1:1")
    return pd.DataFrame(
        {
            "user_id": joined["user_id"],
            "grp": joined["grp"],
            "met": joined["exposed"],
            "bought": joined["orders"] > 0,
            "spent": joined["revenue_cents"] / 100,
            "spent_before": joined["pre_revenue_cents"] / 100,
        }
    )
