"""What an author of cases.py uses."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """One input on which an answer is run and compared.

    `name` says what the case catches. `inputs` maps a table to its rows (tuples in the order of the
    columns in exercise.toml) or an argument to its value. `rule` is the key of the contract rule
    that decides the case. `expected` maps an answer to the result worked out by hand: rows, a value,
    or an exception class. `answers` names the answers the case is for (default: all), `seconds`
    its own time limit.
    """

    name: str
    inputs: Mapping[str, Any]
    rule: str = ""
    expected: Mapping[str, Any] = field(default_factory=dict)
    answers: Sequence[str] = ()
    seconds: float | None = None


def maybe_none(rng: random.Random, value: T, share: float = 0.04) -> T | None:
    """The value, or None with probability `share`."""
    return None if rng.random() < share else value


def with_repeats(rng: random.Random, rows: Sequence[T], share: float = 0.15) -> list[T]:
    """The rows, some of them (`share`, in expectation) twice."""
    return [row for row in rows for _ in range(1 + (rng.random() < share))]


def on_grid(
    rng: random.Random, grid: Sequence[T], otherwise: Callable[[], T], share: float = 0.65
) -> T:
    """A value of the grid with probability `share`, else a freely drawn one."""
    return rng.choice(grid) if rng.random() < share else otherwise()
