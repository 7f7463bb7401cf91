"""Everybody who comes to the store, as its experiments see them: with or without an account.

Not a table. The accounts of `customers` are a sample of the store's people. An experiment needs
more people than that, and what they buy is not in `orders`; so its users are people outside the
sample. Their ids go on where the accounts' end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from . import draws
from .people import DEVICES, largest_id

if TYPE_CHECKING:
    from grader.store import Universe

PER_UNIT = 24_000
APART = 1_000  # ids left free above the largest account: the orphans of other tables are there
BROWSERS = {
    "mobile": {"safari": 0.48, "chrome": 0.42, "samsung": 0.10},
    "desktop": {"chrome": 0.60, "edge": 0.18, "firefox": 0.12, "safari": 0.10},
    "app": {"app": 1.0},
}


@dataclass(frozen=True)
class Crowd:
    """Arrays in order of user_id."""

    user_id: np.ndarray
    device: np.ndarray
    browser: np.ndarray

    def __len__(self) -> int:
        return len(self.user_id)


def crowd(universe: Universe, number: int) -> Crowd:
    """The people of block `number`."""
    return universe.remember(("crowd", number), lambda: _draw(universe, number))


def first_user_id(universe: Universe) -> int:
    """The smallest user_id of an experiment."""
    return largest_id(universe) + APART + 1


def _draw(universe: Universe, number: int) -> Crowd:
    n = universe.count(PER_UNIT, number)
    rng = universe.rng("crowd", number)
    device = draws.choose(rng.random(n), DEVICES)
    uniform = rng.random(n)
    browser = np.empty(n, dtype=object)
    for name, shares in BROWSERS.items():
        mine = device == name
        browser[mine] = draws.choose(uniform[mine], shares)
    return Crowd(first_user_id(universe) + PER_UNIT * number + np.arange(n), device, browser)
