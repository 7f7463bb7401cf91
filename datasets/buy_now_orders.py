"""The orders of the experiment buy_now_color, one by one, with those that were cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws
from .baskets import Baskets
from .crowd import crowd
from .experiment_assignments import arms
from .shoppers import shoppers

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "order_id": "BIGINT unique not null",
    "user_id": "BIGINT not null",
    "channel": "VARCHAR not null",
    "items": "BIGINT not null",
    "amount_cents": "BIGINT not null",
    "status": "VARCHAR not null",
}
GROWS = "people"

EXPERIMENT = "buy_now_color"
IDS_PER_UNIT = 20_000  # more than a block has orders: ids have gaps between blocks

SINGLE_BY_BUTTON = 0.10  # of the orders of one item go through the button, in both arms
# The bright button is where the "to the cart" button of returning customers on phones used to be:
# of their orders of several items so many become an order of one, bought at once.
REPLACED = 0.47
CANCELLED = 0.03  # orders placed and cancelled, relative to those that stay, in both arms
# Users who press the button and buy nothing: all others; returning customers on phones with the
# pale button (they look, and go on to the cart) and with the bright one.
IDLE, IDLE_PALE, IDLE_BRIGHT = 0.0565, 0.205, 0.07
BY_ACCIDENT = 0.5  # of the last: ordered by accident, and cancelled
MORE_CLICKS = 0.5  # geometric, beyond a clicker's first click
CHANNELS = np.array(["cart", "buy_now"], dtype=object)


@dataclass(frozen=True)
class Pressed:
    """The orders of the experiment, and the clicks on the button by user."""

    orders: Baskets
    by_button: np.ndarray  # of each order: through the button
    cancelled: np.ndarray  # of each order
    clicks: np.ndarray

    @property
    def kept(self) -> Baskets:
        """The orders that were not cancelled."""
        them, stay = self.orders, ~self.cancelled
        return Baskets(them.user[stay], them.items[stay], them.price[stay])


def pressed(universe: Universe, number: int) -> Pressed:
    """The orders and clicks of the users of block `number`."""
    return universe.remember(("buy now", number), lambda: _draw(universe, number))


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The orders of the users of block `number`."""
    them = pressed(universe, number)
    person = arms(universe, number, EXPERIMENT).person[them.orders.user]
    order = universe.rng("buy_now_orders", number, "order").permutation(len(person))
    ids = 1 + IDS_PER_UNIT * number + np.arange(len(person))
    rows = pd.DataFrame(
        {
            "order_id": ids,
            "user_id": crowd(universe, number).user_id[person][order],
            "channel": CHANNELS[them.by_button.astype(np.int64)][order],
            "items": them.orders.items[order],
            "amount_cents": them.orders.cents[order],
            "status": np.where(them.cancelled, "cancelled", "delivered")[order].astype(object),
        }
    )
    mixed = universe.rng("buy_now_orders", number, "rows").permutation(len(rows))
    return rows.iloc[mixed].reset_index(drop=True)


def _draw(universe: Universe, number: int) -> Pressed:
    users = arms(universe, number, EXPERIMENT)
    them = shoppers(universe, number, EXPERIMENT)
    rng = universe.rng("buy_now_orders", number)
    n, kept = len(users), them.orders
    on_phone = crowd(universe, number).device[users.person] == "mobile"
    prone = them.before & on_phone
    misled = prone & users.treated

    single = kept.items == 1
    by_button = single & (rng.random(len(kept)) < SINGLE_BY_BUTTON)
    replaced = ~single & misled[kept.user] & (rng.random(len(kept)) < REPLACED)
    kept = Baskets(kept.user, np.where(replaced, 1, kept.items), kept.price)
    by_button = by_button | replaced

    idle = rng.random(n) < np.where(misled, IDLE_BRIGHT, np.where(prone, IDLE_PALE, IDLE))
    accident = np.flatnonzero(idle & misled & (rng.random(n) < BY_ACCIDENT))
    changed_mind = draws.some(rng, len(kept), CANCELLED)  # as these orders, once more
    orders = Baskets(
        np.concatenate([kept.user, kept.user[changed_mind], accident]),
        np.concatenate([kept.items, kept.items[changed_mind], np.ones_like(accident)]),
        np.concatenate([kept.price, kept.price[changed_mind], _one_price(rng, kept, accident)]),
    )
    by_button = np.concatenate([by_button, by_button[changed_mind], np.ones(len(accident), bool)])
    clickers = idle.copy()
    clickers[orders.user[by_button]] = True
    clicks = clickers * (1 + draws.geometric(rng.random(n), MORE_CLICKS))
    return Pressed(orders, by_button, np.arange(len(orders)) >= len(kept), clicks)


def _one_price(rng: np.random.Generator, kept: Baskets, rows: np.ndarray) -> np.ndarray:
    """Prices of items, for as many rows: as of some orders that stay."""
    return kept.price[rng.integers(0, len(kept), len(rows))]
