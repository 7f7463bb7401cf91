"""The lines of the orders as they were drawn: what deliveries and order_items build on.

Not a table: order_items shows these lines with its ties and its dirt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import draws, timeline
from .orders import placed
from .products import Catalogue, catalogue

if TYPE_CHECKING:
    from grader.store import Universe

MORE_LINES = 0.75  # Poisson, beyond the first line
MORE_UNITS = 0.40  # geometric mean, beyond the first unit
REDUCED = 0.80  # of the list price, on Prime Days and sale days
SALE_DAYS = 0.10
TWO_PRICES = 0.02  # of orders hold one product on two lines with different prices
OTHER_PRICE = 0.90  # of the first line's price, on the second one
TIED_LINES = 4  # lines in the last 30 days, at least, of each product of a planted tie
GIFT = 0.002  # of lines are free


@dataclass(frozen=True)
class Lines:
    """Arrays, one entry per line; `order` and `product` are positions (id - first id)."""

    order: np.ndarray
    product: np.ndarray
    quantity: np.ndarray
    price: np.ndarray  # cents for one unit

    def __len__(self) -> int:
        return len(self.order)


def lines(universe: Universe, number: int) -> Lines:
    """The lines of the orders of block `number`."""
    return universe.remember(("order lines", number), lambda: _draw(universe, number))


def sale_days(universe: Universe) -> np.ndarray:
    """For each day whether prices are reduced all over the store."""
    sale = universe.rng("order_lines", 0, "sale days").random(timeline.DAYS) < SALE_DAYS
    sale[timeline.PRIME_DAYS] = True
    return sale


def _draw(universe: Universe, number: int) -> Lines:
    orders, goods = placed(universe, number), catalogue(universe)
    rng = universe.rng("order_lines", number)
    order = np.repeat(
        np.arange(len(orders)), 1 + draws.poisson(rng.random(len(orders)), MORE_LINES)
    )
    recent = orders.day[order] > timeline.LAST - 30
    product = _products(goods, recent, rng.random(len(order)))
    # Nobody puts a product into the basket twice: draw again, and give up on what is still double.
    again = _repeated(order, product, len(goods))
    product[again] = _products(goods, recent[again], rng.random(again.sum()))
    kept = ~_repeated(order, product, len(goods))
    order, product = order[kept], product[kept]
    settled = recent[kept] & (orders.day[order] < timeline.LAST - 7) & ~orders.clock_fault[order]
    _sell_what_ties(product, order, settled, goods, rng)
    quantity = 1 + draws.geometric(rng.random(len(order)), MORE_UNITS)
    reduced = sale_days(universe)[orders.day[order]]
    price = goods.list_price[product]
    price = np.where(reduced, np.rint(price * REDUCED), price).astype(np.int64)
    price[draws.some(rng, len(price), GIFT)] = 0
    return _with_two_prices(Lines(order, product, quantity, price), len(orders), rng)


def _products(goods: Catalogue, recent: np.ndarray, uniform: np.ndarray) -> np.ndarray:
    """Products by popularity; lately some are out of stock."""
    lately = goods.popularity * ~goods.out_of_stock()
    return np.where(recent, draws.pick(uniform, lately), draws.pick(uniform, goods.popularity))


def _repeated(order: np.ndarray, product: np.ndarray, goods: int) -> np.ndarray:
    """Which lines repeat an earlier line of the same order."""
    key = order * goods + product
    repeated = np.ones(len(key), dtype=bool)
    repeated[np.unique(key, return_index=True)[1]] = False
    return repeated


def _sell_what_ties(
    product: np.ndarray,
    order: np.ndarray,
    settled: np.ndarray,
    goods: Catalogue,
    rng: np.random.Generator,
) -> None:
    """Sees that the products of the ties sell lately at all, also in a small block. In place.

    `settled` are the lines of the last 30 days whose orders have had the time to be delivered.
    """
    alone = np.bincount(order)[order] == 1
    tied = goods.tied()
    free = rng.permutation(np.flatnonzero(settled & alone & ~np.isin(product, tied)))
    for one in tied:
        lacking = max(TIED_LINES - int(np.sum(settled & (product == one))), 0)
        product[free[:lacking]] = one
        free = free[lacking:]


def _with_two_prices(them: Lines, orders: int, rng: np.random.Generator) -> Lines:
    """Adds second lines: the last line of some orders once more, at another price."""
    last = np.flatnonzero(np.append(np.diff(them.order) > 0, True))
    paid = last[them.price[last] > 0]
    twice = paid[rng.permutation(len(paid))[: round(TWO_PRICES * orders)]]
    rows = np.append(np.arange(len(them)), twice)
    quantity, price = them.quantity[rows], them.price[rows]
    price[len(them) :] = np.rint(price[len(them) :] * OTHER_PRICE)
    quantity[len(them) :] = 1 + draws.geometric(rng.random(len(twice)), MORE_UNITS)
    return Lines(them.order[rows], them.product[rows], quantity, price)
