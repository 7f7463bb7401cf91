"""What became of the parcels: one row per report of the carrier, several per order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws, timeline
from .order_lines import Lines, lines
from .orders import Placed, placed
from .products import CATEGORIES, Catalogue, catalogue

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "delivery_id": "BIGINT unique not null",
    "order_id": "BIGINT",
    "status": "VARCHAR not null",
    "status_ts": "TIMESTAMP",
}
GROWS = "people"

PER_UNIT = 14_150
NOT_SHIPPED = 0.05
NOT_SHIPPED_YET = 0.60  # of the orders of the last three days
FIRST_TRY_FAILS = 0.10
THEN_LOST = 0.15
# An order is of the category of its first line.
SPLIT = {"Electronics": 0.15, "Home": 0.15}  # orders that come in two parcels
SPLIT_OTHERS = 0.02
BULKY = ("Electronics", 3)  # the 4th most popular one always comes in two parcels
RETURNED = 0.07
RETURNED_ELECTRONICS = 0.12
RETURN_DAYS = (3, 20)
MEDIAN_DAYS, SIGMA = 2.6, 0.62  # lognormal: 9 % take longer than 6 days
DECEMBER = 1.40
SECOND_TRY_DAYS = (1, 3)

NULL_ORDER = 0.003
NULL_TIME = 0.005
BEFORE_ORDER = 0.002
CAPITALISED = 4  # per unit: rows with the status 'Delivered'

_END = np.datetime64(timeline.AS_OF, "D").astype("datetime64[us]") + np.timedelta64(86_399, "s")


@dataclass(frozen=True)
class Parcels:
    """What happens to each order, in order of order_id."""

    shipped: np.ndarray
    fails: np.ndarray  # the first attempt
    lost: np.ndarray
    split: np.ndarray
    returned: np.ndarray
    first: np.ndarray  # moment of the first report
    second: np.ndarray  # of the second attempt
    back: np.ndarray  # of the return

    @property
    def delivered(self) -> np.ndarray:
        """Which orders arrive."""
        return self.shipped & ~self.lost


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The reports about the orders of block `number`."""
    orders = placed(universe, number)
    rng = universe.rng("deliveries", number)
    fate = _fate(orders, lines(universe, number), catalogue(universe), rng)
    fate = _with_count(fate, universe.count(PER_UNIT, number), rng)
    order, status, moment = _reports(fate, rng)
    in_time = np.argsort(moment, kind="stable")
    order, status, moment = order[in_time], status[in_time], moment[in_time]
    ids = pd.array(orders.order_id[order], dtype="Int64")
    _dirty(universe, number, orders, fate, order, ids, status, moment)
    shuffled = rng.permutation(len(order))
    frame = pd.DataFrame(
        {
            "delivery_id": np.arange(len(order)) + universe.first_id(PER_UNIT, number),
            "order_id": ids,
            "status": status,
            "status_ts": moment,
        }
    )
    return frame.iloc[shuffled].reset_index(drop=True)


def _fate(orders: Placed, basket: Lines, goods: Catalogue, rng: np.random.Generator) -> Parcels:
    n = len(orders)
    first_line = np.unique(basket.order, return_index=True)[1]
    main = goods.category[basket.product[first_line]]
    waiting = np.where(orders.day > timeline.LAST - 3, NOT_SHIPPED_YET, NOT_SHIPPED)
    shipped = rng.random(n) >= waiting
    fails = shipped & (rng.random(n) < FIRST_TRY_FAILS)
    split_chance, return_chance = np.full(n, SPLIT_OTHERS), np.full(n, RETURNED)
    for category, chance in SPLIT.items():
        split_chance[main == _code(category)] = chance
    return_chance[main == _code("Electronics")] = RETURNED_ELECTRONICS
    split_chance[basket.order[basket.product == goods.at(*BULKY)]] = 1.0
    first, second, back = _moments(orders, rng)
    lost = fails & (rng.random(n) < THEN_LOST)
    arrives = np.where(fails, second, first)
    back = arrives + (back * timeline.SECONDS).astype("timedelta64[s]")
    return Parcels(
        shipped=shipped,
        fails=fails,
        lost=lost,
        split=rng.random(n) < split_chance,
        returned=shipped & ~lost & (rng.random(n) < return_chance) & (back <= _END),
        first=first,
        second=second,
        back=back,
    )


def _code(category: str) -> int:
    return list(CATEGORIES).index(category)


def _moments(orders: Placed, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """First report and second attempt of each order; days from arrival to return.

    Nothing is reported after as_of: what would come later comes at some moment still left (the
    orders that are too young for that are mostly the ones not shipped yet).
    """
    n = len(orders)
    days = draws.lognormal(rng.random(n), MEDIAN_DAYS, SIGMA)
    month = orders.moment.astype("datetime64[M]")
    days = np.where(month == np.datetime64("2024-12"), days * DECEMBER, days)
    left = (_END - orders.moment) / np.timedelta64(1, "D")
    u = rng.random(n)
    days = np.where(days < left, days, left * (0.3 + 0.4 * u))
    first = orders.moment + (days * timeline.SECONDS).astype("timedelta64[s]")
    low, high = SECOND_TRY_DAYS
    more = np.minimum(low + (high - low) * rng.random(n), (left - days) * (0.2 + 0.7 * u))
    second = first + (more * timeline.SECONDS).astype("timedelta64[s]")
    low, high = RETURN_DAYS
    return first, second, low + (high - low) * rng.random(n)


def _with_count(fate: Parcels, wanted: int, rng: np.random.Generator) -> Parcels:
    """The same with a few more, or fewer, failed first attempts, so that the rows come to `wanted`.

    The number of rows of a block must be known before it is made: the ids of the next one follow.
    """
    fails, split = fate.fails.copy(), fate.split & fate.delivered
    missing = wanted - sum(int(x.sum()) for x in (fate.shipped, fails, split, fate.returned))
    free = rng.permutation(np.flatnonzero(fate.delivered & (fails != (missing > 0))))
    fails[free[: abs(missing)]] = missing > 0
    if missing < -len(free):  # a tiny block may have too few to take away
        split[rng.permutation(np.flatnonzero(split))[: -missing - len(free)]] = False
    return Parcels(**{**vars(fate), "fails": fails, "split": split})


def _reports(fate: Parcels, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Order (position), status and moment of each row."""
    failed = np.flatnonzero(fate.fails)
    lost = np.flatnonzero(fate.lost)
    delivered = np.flatnonzero(fate.delivered)
    split = np.flatnonzero(fate.delivered & fate.split)
    returned = np.flatnonzero(fate.returned)
    arrives = np.where(fate.fails, fate.second, fate.first)
    # The second parcel is at most a day later, and never after the return or as_of.
    latest = np.minimum(np.where(fate.returned, fate.back, _END), _END) - arrives
    gap = np.minimum(latest, np.timedelta64(86_400, "s"))[split] / np.timedelta64(1, "s")
    later = arrives[split] + (gap * rng.random(len(split))).astype("timedelta64[s]")
    order = np.concatenate([failed, lost, delivered, split, returned])
    status = np.repeat(
        np.array(["failed", "lost", "delivered", "delivered", "returned"], dtype=object),
        [len(failed), len(lost), len(delivered), len(split), len(returned)],
    )
    moment = np.concatenate(
        [fate.first[failed], fate.second[lost], arrives[delivered], later, fate.back[returned]]
    )
    return order, status, moment


def _dirty(universe, number, orders, fate, order, ids, status, moment) -> None:
    """Dirt, in place. Orders that came back stay clean, so that every return has its delivery."""
    rng = universe.rng("deliveries", number, "dirt")
    n = len(order)
    clean = rng.permutation(np.flatnonzero(~fate.returned[order]))
    sizes = [round(share * n) for share in (NULL_ORDER, NULL_TIME, BEFORE_ORDER)]
    no_order, no_time, early, rest = np.split(clean, np.cumsum(sizes))
    ids[no_order] = pd.NA
    moment[no_time] = np.datetime64("NaT")
    moment[early] = orders.moment[order[early]] - (
        60 + rng.random(len(early)) * 2 * timeline.SECONDS
    ).astype("timedelta64[s]")
    delivered = rest[status[rest] == "delivered"]
    status[delivered[: universe.count(CAPITALISED, number)]] = "Delivered"
