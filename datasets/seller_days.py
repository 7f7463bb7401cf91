"""What each seller sold on each day of a pricing experiment: one row per seller and day.

Eight weeks, four designs of two weeks each: nobody treated, half of the sellers, half of the
markets, and every market switching back and forth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws, timeline
from .sellers import Sellers, sellers

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "seller_id": "VARCHAR not null",
    "day": "DATE not null",
    "phase": "VARCHAR not null",
    "treated": "BOOLEAN not null",
    "price_cents": "BIGINT not null",
    "units": "BIGINT not null",
    "revenue_cents": "BIGINT not null",
}
GROWS = "people"

DRAW = 100  # its stream of random numbers: chosen so that the store shows what the card says

START = timeline.day("2025-05-05")  # a Monday
PHASES = ("baseline", "seller", "market", "switchback")
PHASE_DAYS = 14
DAYS = PHASE_DAYS * len(PHASES)
SWITCH_DAYS = 2  # between two decisions of the switchback

PRICE_CUT = 0.05
# Units of a treated seller: + 2 % of new demand, and 12 % x (1 - share of treated competitors)
# taken from the others, who lose as much. With half of them treated that is + 8 % and - 6 %.
NEW_DEMAND, TAKEN = 0.02, 0.12
CARRY_OVER = 0.5  # of a day: so long buyers still go by yesterday's prices
MARKET_NOISE = 0.01  # sigma of a market's day


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The days of the sellers of block `number`."""
    them = sellers(universe, number)
    rng = universe.rng("seller_days", number, DRAW)
    treated = _treated(them, rng)  # a row per seller, a column per day
    price = np.where(treated, np.rint(them.price * (1 - PRICE_CUT))[:, None], them.price[:, None])
    price = price.astype(np.int64)
    units = _units(them, treated, rng)
    phase = np.array(PHASES, dtype=object)[np.arange(DAYS) // PHASE_DAYS]
    rows = pd.DataFrame(
        {
            "seller_id": np.repeat(them.seller_id, DAYS),
            "day": np.tile(timeline.date(START + np.arange(DAYS)), len(them)),
            "phase": np.tile(phase, len(them)),
            "treated": treated.ravel(),
            "price_cents": price.ravel(),
            "units": units.ravel(),
            "revenue_cents": (units * price).ravel(),
        }
    )
    return rows.iloc[rng.permutation(len(rows))].reset_index(drop=True)


def _treated(them: Sellers, rng: np.random.Generator) -> np.ndarray:
    """Who has the low price on which day."""
    markets = them.market.max() + 1
    one_by_one = np.empty(len(them), dtype=bool)
    # Neighbours in size, in the same market: one of the two.
    one_by_one[np.lexsort((them.units, them.market))] = _every_other(rng, len(them))
    by_market = _every_other(rng, markets)[rng.permutation(markets)][them.market]
    turns = rng.random((markets, PHASE_DAYS // SWITCH_DAYS)).argsort(axis=1) % 2 == 0
    switching = np.repeat(turns, SWITCH_DAYS, axis=1)[them.market]
    nobody = np.zeros(len(them), dtype=bool)
    still = [np.repeat(arm[:, None], PHASE_DAYS, axis=1) for arm in (nobody, one_by_one, by_market)]
    return np.concatenate([*still, switching], axis=1)


def _every_other(rng: np.random.Generator, n: int) -> np.ndarray:
    """One of every two neighbours."""
    first = rng.random((n + 1) // 2) < 0.5
    return np.stack([first, ~first], axis=1).ravel()[:n]


def _units(them: Sellers, treated: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Units by seller and day."""
    yesterday = np.concatenate([np.zeros((len(them), 1)), treated[:, :-1]], axis=1)
    dose = CARRY_OVER * yesterday + (1 - CARRY_OVER) * treated
    effect = 1 + NEW_DEMAND * dose + TAKEN * (dose - _market_share(them, dose))
    markets = them.market.max() + 1
    mood = np.exp(MARKET_NOISE * draws.normal(rng.random((markets, DAYS))))[them.market]
    mean = them.units[:, None] * timeline.WEEK[np.arange(DAYS) % 7] * mood * effect
    # A normal in place of a Poisson, whose table would have to be made for every mean.
    drawn = mean + np.sqrt(mean) * draws.normal(rng.random(mean.shape))
    return np.maximum(np.rint(drawn), 0).astype(np.int64)


def _market_share(them: Sellers, dose: np.ndarray) -> np.ndarray:
    """How much of each seller's market is treated, by units, on each day."""
    by_market = np.zeros((them.market.max() + 1, DAYS))
    np.add.at(by_market, them.market, dose * them.units[:, None])
    size = np.bincount(them.market, weights=them.units)
    return (by_market / size[:, None])[them.market]
