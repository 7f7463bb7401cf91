"""The users of each experiment: what they had bought before, and what they bought in it.

Not a table: experiment_metrics and buy_now_orders show it. All treatment effects on *whether* a
user buys stand here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import draws
from .baskets import Baskets, Habits, baskets, spent_before
from .crowd import crowd
from .experiment_assignments import BROKEN, BROKEN_BROWSER, Arms, arms
from .experiments import HOLDOUT, TRIALS

if TYPE_CHECKING:
    from grader.store import Universe

USUAL = Habits(buyers=0.18, loyal=0.82, taste=0.85, whim=0.53)
HABITS = {
    "buy_now_color": Habits(buyers=0.35, loyal=0.86, taste=0.50, whim=0.33),
    "free_shipping": Habits(buyers=0.08, loyal=0.78, taste=0.85, whim=0.53),
}

FREE_SHIPPING = 0.086 / 0.080  # of buyers: + 0.6 points
CONVERSIONS = (58, 74)  # of homepage_bayes, control and treatment, per unit of scale
# The broken experiment loses treated users who would not have bought: those left look better.
SURVIVORS = 1 / 0.78

# Who meets a launched feature in the holdout, by whether they had bought before, and how much
# likelier that makes a purchase: + 5 % for the whole arm. A few held-out users get in.
MEETS_LOYAL, MEETS_NEW = 0.95, 0.75
LEAK = 0.08
LAUNCHES = 1.060


@dataclass(frozen=True)
class Shoppers:
    """Arrays, one entry per user of the experiment, in the order of its arms; and the orders."""

    before: np.ndarray  # who had bought in the four weeks before
    spent: np.ndarray  # cents, in those weeks
    meets: np.ndarray  # who met what was launched (of meaning for the holdout only)
    orders: Baskets


def shoppers(universe: Universe, number: int, experiment: str) -> Shoppers:
    """The users of an experiment in block `number`."""
    key = ("shoppers", number, experiment)
    return universe.remember(key, lambda: _draw(universe, number, experiment))


def _draw(universe: Universe, number: int, experiment: str) -> Shoppers:
    users = arms(universe, number, experiment)
    rng = universe.rng("shoppers", number, experiment, TRIALS[experiment].draw)
    n = len(users)
    habits = HABITS.get(experiment, USUAL)
    before = rng.random(n) < habits.buyers
    taste = draws.lognormal(rng.random(n), 1.0, habits.taste)
    spent = spent_before(rng, habits, before, taste)
    likely = np.where(before, MEETS_LOYAL, MEETS_NEW)
    meets = rng.random(n) < np.where(users.treated, likely, LEAK)
    chance = habits.chance(before) * _effect(universe, number, experiment, users, meets)
    buys = rng.random(n) < chance
    if experiment == "homepage_bayes":
        buys = _exactly(universe, number, users, chance, rng)
    return Shoppers(before, spent, meets, baskets(rng, habits, buys, taste))


def _effect(
    universe: Universe, number: int, experiment: str, users: Arms, meets: np.ndarray
) -> np.ndarray:
    """How many times likelier each user buys for being in this experiment."""
    if experiment == "free_shipping":
        return np.where(users.treated, FREE_SHIPPING, 1.0)
    if experiment == HOLDOUT:
        return np.where(meets, LAUNCHES, 1.0)
    if experiment == BROKEN:
        faulty = crowd(universe, number).browser[users.person] == BROKEN_BROWSER
        return np.where(faulty & users.treated & ~users.both, SURVIVORS, 1.0)
    return np.ones(len(users))


def _exactly(
    universe: Universe, number: int, users: Arms, chance: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """A fixed number of buyers in each arm, the likely ones first."""
    buys = np.zeros(len(users), dtype=bool)
    wait = draws.exponential(rng.random(len(users)), 1.0) / chance
    for arm, per_unit in zip((~users.treated, users.treated), CONVERSIONS, strict=True):
        mine = np.flatnonzero(arm)
        buys[mine[np.argsort(wait[mine])[: universe.count(per_unit, number)]]] = True
    return buys
