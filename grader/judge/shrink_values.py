"""Shrink arguments of a function: shorter lists, dicts, arrays and tables, smaller and plainer numbers."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np

Arguments = Mapping[str, Any]
_MAX_TRIES = 600
_PAIRS_UP_TO = 8
_NUMBERS_UP_TO = 24
"""Of an array with more numbers none is made plainer by itself."""


def shrink_values(arguments: Arguments, fails: Callable[[Arguments], bool]) -> Arguments:
    """The smallest arguments found on which `fails` still holds. It must hold for `arguments`."""
    current = dict(arguments)
    tries = 0
    shrunk = True
    while shrunk and tries < _MAX_TRIES:
        shrunk = False
        for candidates in (_shorter_together, *map(_simpler_argument, current)):
            for candidate in candidates(current):
                tries += 1
                if tries > _MAX_TRIES:
                    return current
                if fails(candidate):
                    current, shrunk = candidate, True
                    break
    return current


def count_items(value: Any) -> int:
    """How many things there are to read in a value."""
    if isinstance(value, np.ndarray):
        return value.size
    if isinstance(value, dict):
        return sum(count_items(item) for item in value.values())
    if isinstance(value, list | tuple):
        return sum(count_items(item) for item in value)
    return 1


def _simpler_argument(name: str) -> Callable[[Arguments], Iterator[dict[str, Any]]]:
    def candidates(current: Arguments) -> Iterator[dict[str, Any]]:
        value = current[name]
        if isinstance(value, tuple):  # a table; tuples within are rows, which keep their width
            yield from ({**current, name: rows} for rows in _pieces(value))
        yield from ({**current, name: simpler} for simpler in _simpler(value))

    return candidates


def _shorter_together(current: Arguments) -> Iterator[dict[str, Any]]:
    """Arguments that describe the same things, so have one length, without the same of their items.

    Of two dimensions either may be the one: an index table for each of n values has n columns.
    """
    axes: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for name, value in current.items():
        if isinstance(value, np.ndarray):
            for axis, length in enumerate(value.shape):
                axes[length].append((name, axis))
        elif isinstance(value, list | tuple):
            axes[len(value)].append((name, 0))
    for length, places in axes.items():
        if len(places) > 1:
            for kept in _pieces(list(range(length))):
                shorter = dict(current)
                for name, axis in places:
                    shorter[name] = _only(shorter[name], kept, axis)
                yield shorter


def _only(value: Any, kept: list[int], axis: int) -> Any:
    if isinstance(value, np.ndarray):
        return _fixed(np.take(value, kept, axis=axis))
    return type(value)(value[index] for index in kept)


def _simpler(value: Any) -> Iterator[Any]:
    """Simpler values of the same type, the greatest simplification first."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, str):
        yield from (text for text in _pieces(value) if text != value)
        lower = value.lower()
        if lower != value:
            yield lower
    elif isinstance(value, np.ndarray):
        yield from _simpler_arrays(value)
    elif isinstance(value, list | tuple):
        if isinstance(value, list):
            yield from _pieces(value)
        for index, item in enumerate(value):
            for simpler in _simpler(item):
                yield type(value)((*value[:index], simpler, *value[index + 1 :]))
    elif isinstance(value, dict):
        for kept in _pieces(list(value.items())):
            yield dict(kept)
        for key, item in value.items():
            for simpler in _simpler(item):
                yield {**value, key: simpler}
    elif isinstance(value, int | float):
        yield from _simpler_numbers(value)


def _simpler_numbers(value: float) -> Iterator[Any]:
    for plain in (0, 1, 2, 3, -1):
        if abs(plain) < abs(value) or (value < 0 < plain and plain == -value):
            yield type(value)(plain)
    if isinstance(value, float) and math.isfinite(value):
        yield from (r for r in dict.fromkeys((round(value), round(value, 1))) if r != value)


def _simpler_arrays(value: np.ndarray) -> Iterator[np.ndarray]:
    """Without some of its rows, then without columns, rounded as a whole, each number by itself."""
    for axis in range(value.ndim):
        for kept in _pieces(list(range(value.shape[axis]))):
            yield _fixed(np.take(value, kept, axis=axis))
    if value.dtype == np.float64:
        for digits in (0, 1, 2):
            rounded = np.round(value, digits)
            if not np.array_equal(rounded, value, equal_nan=True):
                yield _fixed(rounded)
    if value.dtype != np.bool_ and value.size <= _NUMBERS_UP_TO:
        for place, number in np.ndenumerate(value):
            for simpler in _simpler_numbers(number.item()):
                changed = value.copy()
                changed[place] = simpler
                yield _fixed(changed)


def _fixed(value: np.ndarray) -> np.ndarray:
    value.flags.writeable = False
    return value


def _pieces(value: Any) -> Iterator[Any]:
    """The value without a run of its items, long runs first; a short one without any two items."""
    length = len(value)
    while length:
        for start in range(0, len(value), length):
            yield value[:start] + value[start + length :]
        length //= 2
    if len(value) <= _PAIRS_UP_TO:
        for one, other in combinations(range(len(value)), 2):
            yield value[:one] + value[one + 1 : other] + value[other + 1 :]
