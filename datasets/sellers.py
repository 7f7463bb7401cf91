"""Sellers on the store's marketplace: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws
from .products import CATEGORIES

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "seller_id": "VARCHAR unique not null",
    "market_id": "BIGINT not null",
    "category": "VARCHAR not null",
    "size_class": "VARCHAR not null",
    "rating": "DOUBLE",
    "orders": "BIGINT not null",
    "positive": "BIGINT not null",
}
GROWS = "people"

PER_UNIT, MARKETS = 600, 30
MARKET_SPREAD = 0.4  # a market has 20 sellers, give or take 40 %
UNITS_MEDIAN, UNITS_SIGMA = 60.0, 0.7  # sold per day, lognormal
SIZES = {"small": 0.0, "medium": 40.0, "large": 100.0}  # from so many units a day
PRICE_SIGMA = 0.25

JUDGED_MEDIAN, JUDGED_SIGMA = 90.0, 1.3  # orders that buyers have judged, lognormal
QUALITY = (28.0, 2.1)  # Beta: the share of positive judgements, .93 in the mean
NOT_JUDGED = 0.01  # of the sellers are new
FAMOUS = ((2, 2), (400, 380))  # the first two sellers of a block: orders and positive ones


@dataclass(frozen=True)
class Sellers:
    """Arrays in order of seller_id."""

    seller_id: np.ndarray
    market: np.ndarray  # 0, 1, ... within the block
    category: np.ndarray
    units: np.ndarray  # sold on an ordinary day
    price: np.ndarray  # cents

    def __len__(self) -> int:
        return len(self.seller_id)


def sellers(universe: Universe, number: int) -> Sellers:
    """The sellers of block `number`."""
    return universe.remember(("sellers", number), lambda: _draw(universe, number))


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The sellers of block `number`, with what buyers say of them."""
    them = sellers(universe, number)
    rng = universe.rng("sellers", number)
    quality = draws.beta(rng.random(len(them)), *QUALITY)
    orders, positive = _judged(quality, rng)
    stars = np.minimum(1 + 4 * quality + 0.1 * draws.normal(rng.random(len(them))), 5.0).round(1)
    size = np.digitize(them.units, list(SIZES.values())[1:])
    rows = pd.DataFrame(
        {
            "seller_id": them.seller_id,
            "market_id": them.market + 1 + MARKETS * number,
            "category": them.category,
            "size_class": np.array(list(SIZES), dtype=object)[size],
            "rating": np.where(orders > 0, stars, np.nan),
            "orders": orders,
            "positive": positive,
        }
    )
    return rows.iloc[rng.permutation(len(rows))].reset_index(drop=True)


def _draw(universe: Universe, number: int) -> Sellers:
    rng = universe.rng("sellers", number, "markets")
    n = universe.count(PER_UNIT, number)
    weight = 1 + MARKET_SPREAD * (2 * rng.random(max(universe.count(MARKETS, number), 1)) - 1)
    ends = np.cumsum(weight) / weight.sum()
    market = np.searchsorted(ends, (rng.permutation(n) + 0.5) / n)
    kind = rng.integers(0, len(CATEGORIES), len(weight))[market]
    medians = np.array([median for _, median, _ in CATEGORIES.values()])
    ids = pd.Series(universe.first_id(PER_UNIT, number) + np.arange(n)).astype(str)
    return Sellers(
        seller_id=("S" + ids.str.zfill(5)).to_numpy(dtype=object),
        market=market,
        category=np.array(list(CATEGORIES), dtype=object)[kind],
        units=draws.lognormal(rng.random(n), UNITS_MEDIAN, UNITS_SIGMA),
        price=np.rint(draws.lognormal(rng.random(n), 100 * medians[kind], PRICE_SIGMA)).astype(
            np.int64
        ),
    )


def _judged(quality: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Judged orders of each seller, and how many of the judgements are positive."""
    n = len(quality)
    orders = np.ceil(draws.lognormal(rng.random(n), JUDGED_MEDIAN, JUDGED_SIGMA)).astype(np.int64)
    orders[draws.some(rng, n, NOT_JUDGED)] = 0
    seller = np.repeat(np.arange(n), orders)
    liked = rng.random(len(seller)) < quality[seller]
    positive = np.bincount(seller, weights=liked, minlength=n).astype(np.int64)
    orders[: len(FAMOUS)], positive[: len(FAMOUS)] = zip(*FAMOUS, strict=True)
    return orders, positive
