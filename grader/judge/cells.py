"""When two cells, and two bags of rows, are the same."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from grader.bank.exercise import Tolerance
from grader.table import kind_of

Row = tuple[Any, ...]
Tolerances = Sequence[Tolerance | None]
"""What each column of a table allows; None: nothing."""


def same_cell(expected: Any, actual: Any, tolerance: Tolerance | None = None) -> bool:
    """Whether two cells are equal: one missing value, numbers across types, nothing else mixed.

    Without a `tolerance` numbers are compared exactly.
    """
    if expected is None or actual is None:
        return expected is actual
    if kind_of(expected) != kind_of(actual):
        return False
    if tolerance and kind_of(expected) == "number":
        return is_close(expected, actual, tolerance.relative, tolerance.absolute)
    return bool(expected == actual)


def is_close(expected: float, actual: float, relative: float, absolute: float = 0.0) -> bool:
    """math.isclose, for integers of any size too."""
    try:
        return math.isclose(expected, actual, rel_tol=relative, abs_tol=absolute)
    except OverflowError:  # an integer larger than every float
        return expected == actual


def same_row(expected: Row, actual: Row, tolerances: Tolerances) -> bool:
    return all(map(same_cell, expected, actual, tolerances))


def same_bag(expected: Sequence[Row], actual: Sequence[Row], tolerances: Tolerances) -> bool:
    """Whether the rows can be paired one to one, each pair equal within the tolerances."""
    if len(expected) != len(actual):
        return False
    groups: dict[Row, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((expected, actual)):
        for row in rows:
            groups[_exact_part(row, tolerances)][side].append(row)
    return all(_paired(e, a, tolerances) for e, a in groups.values())


def _exact_part(row: Row, tolerances: Tolerances) -> Row:
    """The cells that must be equal exactly, each with its kind (1 and True are not the same)."""
    return tuple(
        (kind_of(cell), cell if not isinstance(cell, list | dict) else repr(cell))
        for cell, tolerance in zip(row, tolerances, strict=True)
        if not tolerance
    )


def _paired(expected: list[Row], actual: list[Row], tolerances: Tolerances) -> bool:
    if len(expected) != len(actual):
        return False
    loose = [i for i, tolerance in enumerate(tolerances) if tolerance]

    def order(row: Row) -> list[tuple[bool, str, float]]:
        cells = [row[i] for i in loose]
        return [(c is None, kind_of(c), c if kind_of(c) == "number" else 0.0) for c in cells]

    in_order = zip(sorted(expected, key=order), sorted(actual, key=order), strict=True)
    if all(same_row(e, a, tolerances) for e, a in in_order):
        return True
    # Sorting can misalign rows that differ in their last digits; match them properly.
    return _matched([[same_row(e, a, tolerances) for a in actual] for e in expected])


def _matched(fits: list[list[bool]]) -> bool:
    """Whether a perfect matching exists (augmenting paths)."""
    partner: dict[int, int] = {}

    def place(row: int, tried: set[int]) -> bool:
        for column, fit in enumerate(fits[row]):
            if fit and column not in tried:
                tried.add(column)
                if column not in partner or place(partner[column], tried):
                    partner[column] = row
                    return True
        return False

    return all(place(row, set()) for row in range(len(fits)))
