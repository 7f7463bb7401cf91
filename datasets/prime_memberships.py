"""Memberships of the Prime programme: one row per membership, as an interval [start, end)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws, timeline
from .people import People, people

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "membership_id": "BIGINT unique not null",
    "customer_id": "BIGINT",
    "plan": "VARCHAR not null",
    "start_date": "DATE",
    "end_date": "DATE",
}
GROWS = "people"

PER_UNIT = 2_690
JOIN_PER_MONTH = 110  # per unit: customers who join for the first time
PLANS = {"monthly": 0.65, "annual": 0.35}
TERM = {"monthly": 30, "annual": 365}
LEAVE = {"monthly": 0.10, "annual": 0.22}  # at each renewal
PRICE_RISE, LEAVE_AFTER_RISE = "2025-03", 0.16  # monthly renewals of that month
# Of those who leave, half come back. More are drawn and some taken away again, because the number
# of rows of a block must be known before it is made.
REJOIN_DRAWN = 0.62
AT_ONCE = 0.30  # of those who come back: they switch plans, end = next start
REJOIN_DAYS = 120
CANCELLED_AHEAD = 0.50  # of those who will leave at the next renewal have already said so

# Shares of all rows. "double" overlaps a running membership: a double charge.
FAULTS = {
    "zero length": 0.010,
    "inverted": 0.003,
    "double": 0.010,
    "no customer": 0.003,
    "no start": 0.003,
}

RUNNING = np.iinfo(np.int32).max  # an end that is not known yet
_RENEWALS = 14  # enough for 30-day terms within the year


@dataclass(frozen=True)
class Spells:
    """Memberships: positions of people, plans, first day, day of the end (or RUNNING)."""

    person: np.ndarray
    annual: np.ndarray
    start: np.ndarray
    end: np.ndarray

    def take(self, rows: np.ndarray) -> Spells:
        """Some of them."""
        return Spells(*(values[rows] for values in vars(self).values()))

    def __add__(self, other: Spells) -> Spells:
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return Spells(*(np.append(a, b) for a, b in pairs))

    def __len__(self) -> int:
        return len(self.person)


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The memberships of the people of block `number`."""
    them = people(universe, number)
    rng = universe.rng("prime_memberships", number)
    wanted = universe.count(PER_UNIT, number)
    faults = {name: round(share * wanted) for name, share in FAULTS.items()}
    real = _fewer(_careers(them, universe, number, rng), wanted - sum(faults.values()), rng)
    # In a tiny block too few may come back; its rows are made up of same-day trials.
    faults["zero length"] += wanted - sum(faults.values()) - len(real)
    every = real + _faulty(them, real, faults, rng)
    return _frame(universe, number, them, every, faults, rng)


def _careers(them: People, universe: Universe, number: int, rng: np.random.Generator) -> Spells:
    """First memberships, then the ones of those who come back, until nobody does."""
    joined = _first_joins(them, universe, number, rng)
    spells = _with_end(*joined, rng)
    every = spells
    while len(spells):
        left = np.flatnonzero(spells.end <= timeline.LAST)
        back = left[rng.random(len(left)) < REJOIN_DRAWN]
        at_once = rng.random(len(back)) < AT_ONCE
        gap = np.where(at_once, 0, 1 + rng.integers(0, REJOIN_DAYS, len(back)))
        annual = draws.pick(rng.random(len(back)), np.array(list(PLANS.values()))) == 1
        annual = np.where(at_once, ~spells.annual[back], annual)
        start = spells.end[back] + gap
        in_time = start <= timeline.LAST
        spells = _with_end(spells.person[back][in_time], annual[in_time], start[in_time], rng)
        every = every + spells
    return every


def _first_joins(them: People, universe: Universe, number: int, rng: np.random.Generator):
    """All legacy accounts are members on day 0; dated ones join month by month."""
    legacy = np.flatnonzero(them.legacy)
    persons = [legacy]
    starts = [-(1 + rng.integers(0, timeline.DAYS, len(legacy)))]
    free = ~them.legacy
    edges = np.append(timeline.day_number(timeline.MONTHS), timeline.DAYS)
    for first, after in pairwise(edges):
        able = np.flatnonzero(free & (them.signup_day < after))
        joins = able[rng.permutation(len(able))[: universe.count(JOIN_PER_MONTH, number)]]
        free[joins] = False
        earliest = np.maximum(them.signup_day[joins], first)
        persons.append(joins)
        starts.append(earliest + (rng.random(len(joins)) * (after - earliest)).astype(np.int64))
    person, start = np.concatenate(persons), np.concatenate(starts)
    annual = draws.pick(rng.random(len(person)), np.array(list(PLANS.values()))) == 1
    return person, annual, start


def _with_end(
    person: np.ndarray, annual: np.ndarray, start: np.ndarray, rng: np.random.Generator
) -> Spells:
    """A coin at each renewal from day 0 on; who has not left by as_of may have cancelled ahead."""
    term = np.where(annual, TERM["annual"], TERM["monthly"])
    first = np.where(start < 0, start % term, start + term)  # the first renewal after day 0
    first = np.where(first == 0, term, first)
    renewal = first[:, None] + term[:, None] * np.arange(_RENEWALS)
    chance = np.where(annual, LEAVE["annual"], LEAVE["monthly"])[:, None]
    month = timeline.date(renewal).astype("datetime64[M]")
    risen = (month == np.datetime64(PRICE_RISE, "M")) & ~annual[:, None]
    leaves = rng.random(renewal.shape) < np.where(risen, LEAVE_AFTER_RISE, chance)
    at = np.argmax(leaves, axis=1)
    rows = np.arange(len(person))
    end = np.where(leaves[rows, at], renewal[rows, at], RUNNING)
    ahead = renewal[rows, np.argmax(renewal > timeline.LAST, axis=1)]  # the next renewal
    told = (end == ahead) & (rng.random(len(person)) < CANCELLED_AHEAD)
    return Spells(person, annual, start, np.where((end <= timeline.LAST) | told, end, RUNNING))


def _fewer(spells: Spells, wanted: int, rng: np.random.Generator) -> Spells:
    """Without some of the last returns, so that at most `wanted` remain."""
    while len(spells) > wanted:
        order = np.lexsort((spells.start, spells.person))
        spells = spells.take(order)
        last = np.append(spells.person[1:] != spells.person[:-1], True)
        again = np.append(False, spells.person[1:] == spells.person[:-1])
        droppable = np.flatnonzero(last & again)
        gone = droppable[rng.permutation(len(droppable))[: len(spells) - wanted]]
        spells = spells.take(np.setdiff1d(np.arange(len(spells)), gone))
    return spells


def _faulty(them: People, real: Spells, faults: dict[str, int], rng) -> Spells:
    """The faulty rows; the last of them get their NULL when the frame is made."""
    running = np.flatnonzero((real.end == RUNNING) & (real.start < timeline.LAST - 5))
    double = real.take(running[rng.permutation(len(running))[: faults["double"]]])
    late = rng.integers(0, 6, len(double))
    return (
        Spells(double.person, double.annual, double.start + late, double.end)
        + _stray(them, faults["zero length"], (0, 0), rng)
        + _stray(them, faults["inverted"], (-20, -1), rng)
        + _stray(them, faults["no customer"] + faults["no start"], (30, 90), rng)
    )


def _stray(them: People, n: int, length: tuple[int, int], rng: np.random.Generator) -> Spells:
    """Memberships of anybody at any time after the signup, ending by as_of."""
    low, high = length
    person = rng.integers(0, len(them), n)
    earliest = them.first_day[person]
    start = earliest + (rng.random(n) * (timeline.DAYS - earliest)).astype(np.int64)
    annual = draws.pick(rng.random(n), np.array(list(PLANS.values()))) == 1
    end = start + rng.integers(low, high + 1, n)
    return Spells(person, annual, start, np.where(end > timeline.LAST, RUNNING, end))


def _frame(universe: Universe, number: int, them, every: Spells, faults, rng) -> pd.DataFrame:
    customer = pd.array(them.customer_id[every.person], dtype="Int64")
    start = timeline.date(every.start)
    end = timeline.date(np.where(every.end == RUNNING, 0, every.end))
    end[every.end == RUNNING] = np.datetime64("NaT")
    n = len(every)
    no_start = faults["no start"]
    start[n - no_start :] = np.datetime64("NaT")
    customer[n - no_start - faults["no customer"] : n - no_start] = pd.NA
    ids = universe.first_id(PER_UNIT, number) + rng.permutation(n)  # not in order of time
    order = rng.permutation(n)
    return pd.DataFrame(
        {
            "membership_id": ids[order],
            "customer_id": customer[order],
            "plan": np.where(every.annual, "annual", "monthly")[order],
            "start_date": start[order],
            "end_date": end[order],
        }
    )
