"""What the users of the experiments did: one row per user and experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import buy_now_orders, draws, search_days
from .crowd import crowd
from .experiment_assignments import Arms, arms
from .experiments import HOLDOUT, TRIALS
from .shoppers import shoppers

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "experiment": "VARCHAR not null",
    "user_id": "BIGINT not null",
    "exposed": "BOOLEAN not null",
    "clicks": "BIGINT not null",
    "orders": "BIGINT not null",
    "items": "BIGINT not null",
    "revenue_cents": "BIGINT not null",
    "pre_revenue_cents": "BIGINT not null",
    "latency_ms": "DOUBLE not null",
}
GROWS = "people"

CLICKS_SIZE, CLICKS_MEAN = 0.5, 0.9  # negative binomial, where nothing else is planted
# Of those who neither click nor buy so many still came to the page that is tested.
SEES, SEARCHES = 0.80, 1.00
LATENCY_MEDIAN, LATENCY_SIGMA = 420.0, 0.25  # milliseconds
SLOWER = 35.0  # what ranking_v2 costs


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The users of all experiments in block `number`."""
    rows = pd.concat([_rows(universe, number, name) for name in TRIALS], ignore_index=True)
    order = universe.rng("experiment_metrics", number).permutation(len(rows))
    return rows.iloc[order].reset_index(drop=True)


def _rows(universe: Universe, number: int, experiment: str) -> pd.DataFrame:
    users = arms(universe, number, experiment)
    them = shoppers(universe, number, experiment)
    rng = universe.rng("experiment_metrics", number, experiment)
    n, bought = len(users), them.orders
    if experiment == buy_now_orders.EXPERIMENT:
        bought = buy_now_orders.pressed(universe, number).kept
    seen = SEARCHES if experiment == search_days.EXPERIMENT else SEES
    clicks = _clicks(universe, number, experiment, rng.random(n))
    orders = np.bincount(bought.user, minlength=n)
    sees = (clicks > 0) | (orders > 0) | (rng.random(n) < seen)
    return pd.DataFrame(
        {
            "experiment": experiment,
            "user_id": crowd(universe, number).user_id[users.person],
            "exposed": them.meets if experiment == HOLDOUT else sees,
            "clicks": clicks,
            "orders": orders,
            "items": _by_user(bought.user, bought.items, n),
            "revenue_cents": _by_user(bought.user, bought.cents, n),
            "pre_revenue_cents": them.spent,
            "latency_ms": _latency(experiment, users, rng.random(n)),
        }
    )


def _clicks(universe: Universe, number: int, experiment: str, uniform: np.ndarray) -> np.ndarray:
    """Clicks on what is tested."""
    if experiment == buy_now_orders.EXPERIMENT:
        return buy_now_orders.pressed(universe, number).clicks
    if experiment == search_days.EXPERIMENT:
        days = search_days.days(universe, number)
        return _by_user(days["user"].to_numpy(), days["clicks"].to_numpy(), len(uniform))
    return draws.negative_binomial(uniform, CLICKS_SIZE, CLICKS_MEAN)


def _by_user(user: np.ndarray, values: np.ndarray, users: int) -> np.ndarray:
    """Whole numbers summed up by user."""
    return np.bincount(user, weights=values, minlength=users).astype(np.int64)


def _latency(experiment: str, users: Arms, uniform: np.ndarray) -> np.ndarray:
    """The mean time until the user's pages were there."""
    usual = draws.lognormal(uniform, LATENCY_MEDIAN, LATENCY_SIGMA)
    slower = SLOWER if experiment == search_days.EXPERIMENT else 0.0
    return (usual + slower * users.treated).round(1)
