"""Plain data: what a function answer may return, without classes of the learner's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_DEPTH = 20
MAX_KEYS = 20_000
"""More keys that are numbers than any answer needs; they can be made to have one hash value, which
stalls whoever reads them. (Python draws the hash values of texts anew for each process.)"""
_MAX_BITS = 10_000  # Python itself refuses to write much longer integers


@dataclass(frozen=True)
class Odd:
    """A value that no contract asks for, kept as its type and a short text."""

    type: str
    text: str


@dataclass(frozen=True)
class EmptyArray:
    """An array without items, of more than one dimension."""

    shape: tuple[int, ...]

    @property
    def text(self) -> str:
        return f"an empty array of shape {self.shape}"


def plain(value: Any, depth: int = 0) -> Any:
    """The value by exact type: None, bool, int, float, str, list (also for tuples), dict.

    numpy scalars and arrays become their Python values; an array without items, whose shape a list
    could not tell, becomes EmptyArray. Everything else becomes Odd.
    """
    if depth > MAX_DEPTH:
        return Odd(type(value).__name__, "nested too deeply")
    if type(value) is int:
        return plain_int(value)
    if value is None or type(value) in (bool, float, str):
        return value
    if isinstance(value, np.generic) and type(value).__module__ == "numpy":
        return plain(value.item(), depth + 1)
    if type(value) is np.ndarray:
        if not value.size and value.ndim > 1:
            return EmptyArray(value.shape)
        return plain(value.tolist(), depth + 1)
    if type(value) in (list, tuple):
        return [plain(item, depth + 1) for item in value]
    if type(value) is dict and too_many_keys(value):
        return Odd("dict", f"a dict of {len(value):,} entries")
    if type(value) is dict:
        return {_key(key): plain(item, depth + 1) for key, item in value.items()}
    return odd(value)


def too_many_keys(keys: Iterable[Any]) -> bool:
    """Whether a dict with these keys may be one that was made to stall its reader."""
    return sum(type(key) is not str for key in keys) > MAX_KEYS


def plain_int(value: int) -> int | Odd:
    """The integer, unless it is too long to be shown."""
    return value if value.bit_length() <= _MAX_BITS else Odd("int", "(more than 3,000 digits)")


def odd(value: Any) -> Odd:
    """The value as its type and a short text."""
    return Odd(type(value).__name__, _short(value))


def _key(key: Any) -> Any:
    key = plain(key)
    return key if isinstance(key, str | int | float | bool | None) else str(key)


def _short(value: Any) -> str:
    try:
        return repr(value)[:200]
    except Exception:
        return "(it cannot be shown)"
