"""Shrink arguments of a function: shorter lists and dicts, shorter strings, smaller numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

Arguments = Mapping[str, Any]
_MAX_TRIES = 600
_PAIRS_UP_TO = 8


def shrink_values(arguments: Arguments, fails: Callable[[Arguments], bool]) -> Arguments:
    """The smallest arguments found on which `fails` still holds. It must hold for `arguments`."""
    current = dict(arguments)
    tries = 0
    shrunk = True
    while shrunk and tries < _MAX_TRIES:
        shrunk = False
        for name in current:
            for value in _simpler(current[name]):
                tries += 1
                if tries > _MAX_TRIES:
                    return current
                candidate = {**current, name: value}
                if fails(candidate):
                    current, shrunk = candidate, True
                    break
    return current


def count_items(value: Any) -> int:
    """How many things there are to read in a value."""
    if isinstance(value, dict):
        return sum(count_items(item) for item in value.values())
    if isinstance(value, list | tuple):
        return sum(count_items(item) for item in value)
    return 1


def _simpler(value: Any) -> Iterator[Any]:
    """Simpler values of the same type, the greatest simplification first."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, str):
        yield from (text for text in _pieces(value) if text != value)
        lower = value.lower()
        if lower != value:
            yield lower
    elif isinstance(value, list | tuple):
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
        for plain in (0, 1, 2, 3, -1):
            if abs(plain) < abs(value) or (value < 0 < plain and plain == -value):
                yield type(value)(plain)


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
