"""What the users of the experiment ranking_v2 searched: one row per user and day with a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws, timeline
from .crowd import crowd
from .experiment_assignments import arms
from .experiments import TRIALS

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "user_id": "BIGINT not null",
    "day": "DATE not null",
    "searches": "BIGINT not null",
    "clicks": "BIGINT not null",
    "relevance": "DOUBLE not null",
}
GROWS = "people"

EXPERIMENT = "ranking_v2"
DRAW = 36  # its stream of random numbers: chosen so that the store shows what the card says
MORE_DAYS = 1.6  # geometric, beyond the day of the assignment
MORE_SEARCHES = 2.0  # geometric, beyond a day's first search
CLICK_BETA = (4.0, 6.0)  # a user's share of searches that end in a click
# The treatment makes a click likelier: for good, and for a while because the results are new.
LASTING, NOVELTY, NOVELTY_DAYS = 0.005, 0.042, 10
RELEVANCE, RELEVANCE_USER, RELEVANCE_DAY = 0.70, 0.08, 0.06  # mean; deviation by user, by day
MORE_RELEVANT = 1.01


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The searches of the users of block `number`."""
    rows = days(universe, number)
    person = arms(universe, number, EXPERIMENT).person[rows["user"]]
    rows = rows.assign(
        user_id=crowd(universe, number).user_id[person], day=timeline.date(rows["day"])
    )
    order = universe.rng("search_days", number, "rows").permutation(len(rows))
    return rows.loc[order, list(COLUMNS)].reset_index(drop=True)


def days(universe: Universe, number: int) -> pd.DataFrame:
    """The rows of the table, with `user` (position in the arms) and `day` as numbers."""
    return universe.remember(("search days", number), lambda: _draw(universe, number))


def _draw(universe: Universe, number: int) -> pd.DataFrame:
    users = arms(universe, number, EXPERIMENT)
    rng = universe.rng("search_days", number, DRAW)
    user, day = _active_days(rng, users.day, timeline.day(TRIALS[EXPERIMENT].end))
    n = len(user)
    searches = 1 + draws.geometric(rng.random(n), MORE_SEARCHES)
    fresh = np.maximum(1 - (day - users.day[user]) / NOVELTY_DAYS, 0.0)
    lift = np.where(users.treated[user], 1 + LASTING + NOVELTY * fresh, 1.0)
    chance = draws.beta(rng.random(len(users)), *CLICK_BETA)[user] * lift
    search = np.repeat(np.arange(n), searches)
    clicked = rng.random(len(search)) < chance[search]
    relevance = RELEVANCE + RELEVANCE_USER * draws.normal(rng.random(len(users)))[user]
    relevance += RELEVANCE_DAY * draws.normal(rng.random(n))
    relevance *= np.where(users.treated[user], MORE_RELEVANT, 1.0)
    return pd.DataFrame(
        {
            "user": user,
            "day": day,
            "searches": searches,
            "clicks": np.bincount(search, weights=clicked, minlength=n).astype(np.int64),
            "relevance": np.clip(relevance, 0, 1).round(4),
        }
    )


def _active_days(
    rng: np.random.Generator, first: np.ndarray, last: int
) -> tuple[np.ndarray, np.ndarray]:
    """User and day of every day with a search: the first day of each, and some later ones."""
    more = draws.geometric(rng.random(len(first)), MORE_DAYS)
    user = np.repeat(np.arange(len(first)), more)
    left = last - first[user]
    later = first[user] + 1 + (rng.random(len(user)) * left).astype(np.int64)
    user, later = user[left > 0], later[left > 0]
    every = np.unique(
        np.append(np.arange(len(first)) * timeline.DAYS + first, user * timeline.DAYS + later)
    )
    return every // timeline.DAYS, every % timeline.DAYS
