"""Tables as grids of text, with the cells that differ marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.bank.exercise import Answer, TableSpec
from grader.judge.cells import same_cell, same_row
from grader.judge.compare_tables import align, unmatched
from grader.report.show import show_cell
from grader.table import Table

MAX_ROWS = 12


@dataclass(frozen=True)
class Grid:
    """A titled table of text. `marked` are the (row, column) places that differ."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: frozenset[tuple[int, int]] = frozenset()
    more: int = 0

    def cell(self, row: int, column: int) -> str:
        """The text of a cell; in brackets where it differs, so that colour is not needed."""
        text = self.rows[row][column]
        return f"[{text}]" if (row, column) in self.marked else text


def input_grid(spec: TableSpec, rows: Sequence[tuple[Any, ...]]) -> Grid:
    """An input table; columns that hold nothing but NULL and may do so are still shown."""
    types = [column.type for column in spec.columns]
    return _grid(spec.name, spec.names, rows, types)


def table_grid(title: str, table: Table, types: Sequence[str], most: int) -> Grid:
    """Any table, its first `most` rows."""
    return _grid(title, table.columns, table.rows, types, most=most)


def result_grids(answer: Answer, expected: Table, actual: Table | None) -> tuple[Grid, ...]:
    """The expected table, and the learner's with the cells that differ marked."""
    right = align(answer, expected)
    types = list(answer.columns.values())
    if actual is None:
        return (_grid("expected", right.columns, right.rows, types),)
    complete = {name.casefold() for name in actual.columns} == {
        n.casefold() for n in answer.columns
    }
    if not complete or len(actual.columns) != len(answer.columns):
        own = _grid("yours", actual.columns, actual.rows, [""] * len(actual.columns))
        return (_grid("expected", right.columns, right.rows, types), own)
    yours = align(answer, actual)
    gone, wrong = _marks(answer, right.rows, yours.rows)
    return (
        _grid("expected", right.columns, right.rows, types, gone),
        _grid("yours", yours.columns, yours.rows, types, wrong),
    )


def _grid(
    title: str,
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    types: Sequence[str],
    marked: frozenset[tuple[int, int]] = frozenset(),
    most: int = MAX_ROWS,
) -> Grid:
    shown = tuple(tuple(map(show_cell, row, types)) for row in rows[:most])
    return Grid(title, tuple(columns), shown, marked, max(0, len(rows) - most))


def _marks(
    answer: Answer, right: Sequence[tuple[Any, ...]], rows: Sequence[tuple[Any, ...]]
) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """Places to mark: in the expected rows that have no counterpart, in the given ones that differ.

    Rows that are right somewhere are left alone; of the others, a given row is compared with the
    missing row it resembles most.
    """
    tolerances = [answer.tolerance if t == "DOUBLE" else 0.0 for t in answer.columns.values()]
    missing, extra = unmatched(right, rows, tolerances)
    if not missing and not extra:  # the order is wrong: mark the rows that stand elsewhere
        moved = [
            n
            for n, pair in enumerate(zip(right, rows, strict=True))
            if not same_row(*pair, tolerances)
        ]
        return frozenset(), frozenset((n, c) for n in moved for c in range(len(tolerances)))
    wrong: set[tuple[int, int]] = set()
    left = list(missing)
    for index in _places(rows, extra):
        differing = [
            (sum(1 for _ in _different(other, rows[index], tolerances)), n)
            for n, other in enumerate(left)
        ]
        if differing and min(differing)[0] < len(tolerances):
            nearest = left.pop(min(differing)[1])
            wrong |= {(index, column) for column in _different(nearest, rows[index], tolerances)}
        else:
            wrong |= {(index, column) for column in range(len(tolerances))}
    gone = {(index, c) for index in _places(right, left) for c in range(len(tolerances))}
    return frozenset(gone), frozenset(wrong)


def _different(
    expected: tuple[Any, ...], actual: tuple[Any, ...], tolerances: Sequence[float]
) -> list[int]:
    cells = zip(expected, actual, tolerances, strict=True)
    return [n for n, cell in enumerate(cells) if not same_cell(*cell)]


def _places(rows: Sequence[tuple[Any, ...]], some: Sequence[tuple[Any, ...]]) -> list[int]:
    """The positions of `some` rows among `rows`, by identity."""
    ids = [id(row) for row in some]
    return [index for index, row in enumerate(rows) if id(row) in ids]
