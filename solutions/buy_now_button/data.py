"""The lesson's tables: the store's experiment buy_now_color as logs, with the dirt that logs have.

Planted here: assignments that were written twice, and test accounts of the staff, which looked at both
buttons and ordered with them. Everything else is the store's.
"""

import numpy as np
import pandas as pd

from grader import store

SEED = 61
EXPERIMENT = "buy_now_color"
WRITTEN_TWICE = 0.03
STAFF = 12


def tables():
    rng = np.random.default_rng(SEED)
    people = _people()
    orders = store.frame("buy_now_orders")
    orders["amount"] = orders.pop("amount_cents") / 100
    times = _of_the_experiment("experiment_metrics")
    clicks = pd.DataFrame({"user_id": times["user_id"].repeat(times["clicks"])})
    lots = people[["user_id", "variant"]]
    again = lots[rng.random(len(lots)) < WRITTEN_TWICE]

    staff = store.frame("experiment_assignments")["user_id"].max() + 1 + np.arange(STAFF)
    both = [pd.DataFrame({"user_id": staff, "variant": v}) for v in ("control", "treatment")]
    tests = pd.DataFrame(
        {
            "order_id": orders["order_id"].max() + 1 + np.arange(2 * STAFF),
            "user_id": np.tile(staff, 2),
            "channel": "buy_now",
            "items": 1,
            "status": "delivered",
            "amount": rng.integers(2_000, 10_000, 2 * STAFF) / 100,
        }
    )
    pressed = pd.DataFrame({"user_id": staff.repeat(rng.integers(3, 10, STAFF))})
    columns = ["order_id", "user_id", "channel", "items", "amount", "status"]
    return {
        "assignments": _shuffled([lots, again, *both]),
        "clicks": _shuffled([clicks, pressed]),
        "orders": _shuffled([orders, tests])[columns],
        "people": people,
    }


def _of_the_experiment(table):
    rows = store.frame(table)
    return rows[rows["experiment"] == EXPERIMENT].reset_index(drop=True)


def _people():
    """One row per user who was assigned, without the staff."""
    lots = _of_the_experiment("experiment_assignments")
    rows = lots.merge(_of_the_experiment("experiment_metrics"), on="user_id", validate="1:1")
    return pd.DataFrame(
        {
            "user_id": rows["user_id"],
            "variant": rows["variant"],
            "device": rows["device"],
            "first_day": rows["assigned_ts"].dt.normalize(),
            "spent_before": rows["pre_revenue_cents"] / 100,
            "clicked": rows["clicks"] > 0,
            "orders": rows["orders"],
            "items": rows["items"],
            "spent": rows["revenue_cents"] / 100,
        }
    )


def _shuffled(parts):
    return pd.concat(parts).sample(frac=1, random_state=SEED, ignore_index=True)
