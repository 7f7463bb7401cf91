"""What a group of users buys: who buys, how many orders, what is in them.

Not a table: `shoppers` draws the users of the experiments with it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import draws

MORE_ORDERS = 0.20  # Poisson, beyond a buyer's first order
MORE_ITEMS = 0.90  # Poisson, beyond an order's first item: 1.90 items on average
ITEM_CENTS = 1_900.0  # the median price of one item


@dataclass(frozen=True)
class Habits:
    """How a group of users buys."""

    buyers: float  # the share who buy
    loyal: float  # the share of buyers among those who had bought in the four weeks before
    taste: float  # sigma of a user's own price level, the same before and now
    whim: float  # sigma of the price from one order to the next

    def chance(self, before: np.ndarray) -> np.ndarray:
        """The probability of buying, given who had bought before."""
        new = self.buyers * (1 - self.loyal) / (1 - self.buyers)
        return np.where(before, self.loyal, new)


@dataclass(frozen=True)
class Baskets:
    """Orders: position of the user, items, price of one item in cents."""

    user: np.ndarray
    items: np.ndarray
    price: np.ndarray

    @property
    def cents(self) -> np.ndarray:
        """What each order costs."""
        return self.items * self.price

    def __len__(self) -> int:
        return len(self.user)


def baskets(
    rng: np.random.Generator, habits: Habits, buys: np.ndarray, taste: np.ndarray
) -> Baskets:
    """The orders of those who buy. `taste` is each user's price level, 1 in the middle."""
    buyers = np.flatnonzero(buys)
    user = np.repeat(buyers, 1 + draws.poisson(rng.random(len(buyers)), MORE_ORDERS))
    items = 1 + draws.poisson(rng.random(len(user)), MORE_ITEMS)
    price = draws.lognormal(rng.random(len(user)), ITEM_CENTS, habits.whim) * taste[user]
    return Baskets(user, items, np.maximum(np.rint(price), 1).astype(np.int64))


def spent_before(
    rng: np.random.Generator, habits: Habits, before: np.ndarray, taste: np.ndarray
) -> np.ndarray:
    """Cents spent in the four weeks before, by user."""
    usual = ITEM_CENTS * (1 + MORE_ITEMS) * (1 + MORE_ORDERS)
    spent = draws.lognormal(rng.random(len(before)), usual, habits.whim / 2) * taste
    return np.where(before, np.rint(spent), 0).astype(np.int64)
