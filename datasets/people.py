"""The people behind the accounts: who they are and how they behave, in order of customer_id.

Not a table: the tables show what can be seen of these people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import draws, timeline

if TYPE_CHECKING:
    from grader.store import Universe

DATED, LEGACY = 4_000, 900  # a unit of scale: with a signup in the year; older accounts
PER_UNIT = DATED + LEGACY

COUNTRIES = {"US": 0.55, "GB": 0.15, "DE": 0.12, "IN": 0.12, "BR": 0.06}
CHANNELS = {"search": 0.40, "ads": 0.25, "email": 0.15, "referral": 0.12, "social": 0.08}
DEVICES = {"mobile": 0.55, "desktop": 0.30, "app": 0.15}
SIGNUP_GROWTH = 0.6  # density of signups: 1 on day 0, 1.6 at the end

VISIT_BETA = (1.2, 7.0)  # probability of a visit on a day
LEGACY_VISITS = 0.60  # old accounts come less often
REDESIGN = "2025-02-10"  # later signups come more often
REDESIGN_LIFT = 1.20
SURVIVAL_DAYS, SURVIVAL_POWER = 10.0, 0.40  # S(t) = (1 + t/10) ** -0.40
BUYING_SHAPE = 0.6  # Gamma: a few buy a lot


@dataclass(frozen=True)
class People:
    """Arrays in order of customer_id. `signup_day` is -1 for legacy accounts (signup unknown)."""

    customer_id: np.ndarray
    signup_day: np.ndarray
    signup_second: np.ndarray
    first_day: np.ndarray  # first day in the year on which the account exists
    last_day: np.ndarray  # last day on which they are customers of the store (at most as_of)
    visiting: np.ndarray  # probability of a visit on an ordinary day
    buying: np.ndarray  # how much they buy, relative
    country: np.ndarray
    channel: np.ndarray
    device: np.ndarray

    @property
    def legacy(self) -> np.ndarray:
        """Which accounts are older than the data."""
        return self.signup_day < 0

    def __len__(self) -> int:
        return len(self.customer_id)


def people(universe: Universe, number: int) -> People:
    """The people of block `number`."""
    return universe.remember(("people", number), lambda: _draw(universe, number))


def largest_id(universe: Universe) -> int:
    """The largest customer_id there is: larger ones are orphans."""
    return universe.total(PER_UNIT)


def orphan_ids(universe: Universe, uniform: np.ndarray) -> np.ndarray:
    """Ids above the largest one, as many as uniform numbers are given."""
    return largest_id(universe) + 1 + (uniform * 500).astype(np.int64)


def second_from_signup(
    them: People, person: np.ndarray, day: np.ndarray, uniform: np.ndarray
) -> np.ndarray:
    """Seconds of the day at waking hours, but on the day of the signup never before it."""
    second = timeline.awake_second(uniform)
    signup = np.where(day == them.signup_day[person], them.signup_second[person], 0)
    left = signup + (uniform * (timeline.SECONDS - signup)).astype(np.int64)
    return np.where(second >= signup, second, left)


def _draw(universe: Universe, number: int) -> People:
    n = universe.count(PER_UNIT, number)
    rng = universe.rng("people", number)
    legacy = np.zeros(n, dtype=bool)
    legacy[rng.permutation(n)[: universe.count(LEGACY, number)]] = True
    day = _signup_day(rng.random(n))
    second = timeline.awake_second(rng.random(n))
    first = np.where(legacy, 0, day)
    lifetime = SURVIVAL_DAYS * ((1 - rng.random(n)) ** (-1 / SURVIVAL_POWER) - 1)
    last = first + np.minimum(lifetime, timeline.DAYS).astype(np.int64)
    visiting = draws.beta(rng.random(n), *VISIT_BETA)
    visiting *= np.where(legacy, LEGACY_VISITS, 1.0)
    visiting *= np.where(~legacy & (day >= timeline.day(REDESIGN)), REDESIGN_LIFT, 1.0)
    return People(
        customer_id=np.arange(n) + universe.first_id(PER_UNIT, number),
        signup_day=np.where(legacy, -1, day),
        signup_second=np.where(legacy, 0, second),
        first_day=first,
        last_day=np.minimum(last, timeline.LAST),
        visiting=np.minimum(visiting, 1.0),
        buying=draws.gamma(rng.random(n), BUYING_SHAPE),
        country=draws.choose(rng.random(n), COUNTRIES),
        channel=draws.choose(rng.random(n), CHANNELS),
        device=draws.choose(rng.random(n), DEVICES),
    )


def _signup_day(uniform: np.ndarray) -> np.ndarray:
    """Days from a density that rises linearly from 1 to 1 + SIGNUP_GROWTH: a quadratic CDF."""
    g = SIGNUP_GROWTH
    x = (np.sqrt(1 + 2 * g * (1 + g / 2) * uniform) - 1) / g
    return np.minimum((x * timeline.DAYS).astype(np.int64), timeline.LAST)
