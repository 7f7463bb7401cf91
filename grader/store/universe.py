"""One universe: everything that (seed, scale) decides."""

from __future__ import annotations

import datetime
import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from zlib import crc32

import numpy as np
import pandas as pd

from grader.errors import WorkbookError
from grader.store import generators

T = TypeVar("T")

SEED = 20250630
AS_OF = datetime.date(2025, 6, 30)
SMALLEST, LARGEST = 0.01, 10_000.0

# Enough for all tables of a block and of the one before it. A block of a table is a few MB.
_KEPT = 96


class Universe:
    """A seed and a scale, and the blocks of tables that follow from them.

    Tables that grow with people are made in blocks of one unit of scale each; the last block may
    have a smaller share. A block depends on (seed, scale, number) only, so it can be made alone.
    """

    def __init__(self, seed: int = SEED, scale: float = 1.0) -> None:
        self.seed = checked_seed(seed)
        self.scale = checked_scale(scale)
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    @property
    def blocks(self) -> int:
        """How many blocks a table of people has."""
        return math.ceil(self.scale)

    def share(self, number: int) -> float:
        """The share of a full block that block `number` holds: 1 but for the last one."""
        if not 0 <= number < self.blocks:
            raise IndexError(f"block {number} of a universe with {self.blocks}")
        return 1.0 if number < self.blocks - 1 else round(self.scale - number, 9)

    def count(self, per_unit: int, number: int) -> int:
        """How many of the things that come `per_unit` to a unit of scale block `number` holds."""
        return round(per_unit * self.share(number))

    def first_id(self, per_unit: int, number: int) -> int:
        """The first id of block `number` (ids start at 1 and go on from block to block)."""
        return 1 + per_unit * number

    def total(self, per_unit: int) -> int:
        """How many there are in all blocks: the largest id."""
        last = self.blocks - 1
        return per_unit * last + self.count(per_unit, last)

    def rng(self, table: str, number: int = 0, *more: int | str) -> np.random.Generator:
        """The generator of random numbers for one block of one table.

        Each (table, number, more) has a stream of its own, so that adding a table, or drawing more
        in one, never changes another.
        """
        key = [self.seed, crc32(table.encode()), number]
        key += [crc32(m.encode()) if isinstance(m, str) else m for m in more]
        return np.random.default_rng(key)

    def blocks_of(self, table: str) -> int:
        """How many blocks the table has."""
        return self.blocks if generators.generator(table).grows == "people" else 1

    def block(self, table: str, number: int = 0) -> pd.DataFrame:
        """Block `number` of a table, as its generator made it. Changing it changes nothing else."""
        generator = generators.generator(table)
        made = self.remember(("block", table, number), lambda: generator.block(self, number))
        return made.copy(deep=False)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """`make()`, kept for a while: for drafts that several tables build on.

        The value is shared: whoever asks for it must not change it in place.
        """
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = make()
        self._kept[key] = made
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    def __repr__(self) -> str:
        return f"Universe(seed={self.seed}, scale={self.scale:g})"


def checked_scale(scale: float) -> float:
    """The scale as a float. Raises WorkbookError when no universe has it."""
    try:
        value = float(scale)
    except (TypeError, ValueError):
        value = math.nan
    if not SMALLEST <= value <= LARGEST:
        raise WorkbookError(
            f"There is no store at scale {scale}.",
            help=f"Choose a number from {SMALLEST:g} to {LARGEST:,.0f}; 1 is the usual store.",
        )
    return round(value, 9)  # a share of a block is never smaller than that


def checked_seed(seed: int) -> int:
    """The seed. Raises WorkbookError when it is not a whole number from 0."""
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)) or seed < 0:
        raise WorkbookError(f"{seed} is not a seed.", help="Choose a whole number, 0 or larger.")
    return int(seed)
