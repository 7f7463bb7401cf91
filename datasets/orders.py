"""Orders: one row per order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws, timeline
from .people import orphan_ids, people, second_from_signup

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "order_id": "BIGINT unique not null",
    "customer_id": "BIGINT not null",
    "order_ts": "TIMESTAMP",
    "channel": "VARCHAR not null",
}
GROWS = "people"

PER_UNIT = 12_000
NULL_TIME = 0.003
ORPHAN = 0.005
CLOCK_FAULTS = 60  # per unit: orders of the last 30 days that are dated on the two days after as_of
CHANNELS = {"web": 0.62, "app": 0.32, "phone": 0.06}
APP_CHANNELS = {"web": 0.17, "app": 0.80, "phone": 0.03}  # of those whose home device is the app


@dataclass(frozen=True)
class Placed:
    """The orders as they were really placed, in order of order_id: before the dirt of the table."""

    order_id: np.ndarray
    customer_id: np.ndarray
    day: np.ndarray  # the true day
    second: np.ndarray
    channel: np.ndarray
    clock_fault: np.ndarray

    @property
    def moment(self) -> np.ndarray:
        """The true moment."""
        return timeline.moment(self.day, self.second)

    def __len__(self) -> int:
        return len(self.order_id)


def placed(universe: Universe, number: int) -> Placed:
    """The orders of block `number`."""
    return universe.remember(("orders placed", number), lambda: _draw(universe, number))


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The orders of block `number`, with the dirt of the table."""
    them = placed(universe, number)
    rng = universe.rng("orders", number)
    n = len(them)
    day = them.day.copy()
    day[them.clock_fault] = timeline.DAYS + rng.integers(0, 2, them.clock_fault.sum())
    moment = timeline.moment(day, them.second)
    moment[draws.some(rng, n, NULL_TIME)] = np.datetime64("NaT")
    customer = them.customer_id.copy()
    orphan = draws.some(rng, n, ORPHAN)
    customer[orphan] = orphan_ids(universe, rng.random(len(orphan)))
    order = rng.permutation(n)
    return pd.DataFrame(
        {
            "order_id": them.order_id[order],
            "customer_id": customer[order],
            "order_ts": moment[order],
            "channel": them.channel[order],
        }
    )


def largest_id(universe: Universe) -> int:
    """The largest order_id there is."""
    return universe.total(PER_UNIT)


def _draw(universe: Universe, number: int) -> Placed:
    """Customer and day together, in proportion to how much they buy x the demand of the day."""
    them = people(universe, number)
    rng = universe.rng("orders", number, "placed")
    n = universe.count(PER_UNIT, number)
    before = np.concatenate([[0.0], np.cumsum(timeline.demand())])  # demand before each day
    start, stop = before[them.first_day], before[them.last_day + 1]
    person = draws.pick(rng.random(n), them.buying * (stop - start))
    wanted = start[person] + rng.random(n) * (stop - start)[person]
    day = np.clip(
        np.searchsorted(before, wanted, side="right") - 1,
        them.first_day[person],
        them.last_day[person],
    )
    second = second_from_signup(them, person, day, rng.random(n))
    app = them.device[person] == "app"
    u = rng.random(n)
    channel = np.where(app, draws.choose(u, APP_CHANNELS), draws.choose(u, CHANNELS))
    in_time = np.lexsort((second, day))
    day = day[in_time]
    recent = np.flatnonzero(day > timeline.LAST - 30)
    fault = np.zeros(n, dtype=bool)
    fault[recent[rng.permutation(len(recent))[: universe.count(CLOCK_FAULTS, number)]]] = True
    return Placed(
        order_id=np.arange(n) + universe.first_id(PER_UNIT, number),
        customer_id=them.customer_id[person[in_time]],
        day=day,
        second=second[in_time],
        channel=channel[in_time],
        clock_fault=fault,
    )
