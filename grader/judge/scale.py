"""One factor between all numbers: percent for fractions, seconds for minutes, a wrong sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grader.judge.cells import is_close
from grader.table import kind_of

_FACTORS = {
    100.0: "yours is 100 times as large (percent, or cents?)",
    0.01: "yours is 100 times too small (percent, or cents?)",
    60.0: "yours is 60 times as large (seconds instead of minutes?)",
    1 / 60: "yours is 60 times too small (hours instead of minutes?)",
    -1.0: "yours has the opposite sign",
}


def common_factor(pairs: Iterable[tuple[Any, Any]]) -> str | None:
    """The words for the factor between all (expected, actual) numbers, None if there is none.

    Pairs of missing values and of zeros say nothing; at least one pair must speak.
    """
    told = []
    for expected, actual in pairs:
        if expected is None and actual is None:
            continue
        if kind_of(expected) != "number" or kind_of(actual) != "number":
            return None
        if expected == 0 and actual == 0:
            continue
        told.append((expected, actual))
    for factor, words in _FACTORS.items():
        if told and all(_times(factor, e, a) for e, a in told):
            return words
    return None


def _times(factor: float, expected: float, actual: float) -> bool:
    # An integer is multiplied where it stays one: no float holds a very long one.
    if factor < 1 and factor != -1:
        return is_close(expected, actual * round(1 / factor), 1e-9)
    return is_close(expected * round(factor), actual, 1e-9)
