"""Tables as grids of text, with the cells that differ marked."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from grader.bank.exercise import Answer, TableSpec
from grader.judge.cells import Tolerances, same_cell, same_row
from grader.judge.compare_tables import align, key_positions, tolerances_of, unmatched
from grader.report.show import show_cell
from grader.table import Table

MAX_ROWS = 12
_MOST_COMPARED = 500


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


def table_grid(title: str, table: Table, types: Sequence[str], more: int) -> Grid:
    """All rows of a table, of which there are `more`."""
    grid = _grid(title, table.columns, table.rows, types, most=len(table.rows))
    return replace(grid, more=more)


def result_grids(
    answer: Answer, expected: Table, actual: Table | None, title: str = "yours"
) -> tuple[Grid, ...]:
    """The expected table, and the other (under its `title`) with the cells that differ marked.

    Of long tables the rows that differ are shown, so that the difference is never among the rest.
    """
    right = align(answer, expected)
    types = list(answer.columns.values())
    if actual is None:
        return (_grid("expected", right.columns, right.rows, types),)
    complete = {name.casefold() for name in actual.columns} == {
        n.casefold() for n in answer.columns
    }
    if not complete or len(actual.columns) != len(answer.columns):
        own = _grid(title, actual.columns, actual.rows, [""] * len(actual.columns))
        return (_grid("expected", right.columns, right.rows, types), own)
    yours = align(answer, actual)
    found = _differences(answer, right.rows, yours.rows)
    exact = any(
        show_cell(right.rows[e][c], types[c]) == show_cell(yours.rows[a][c], types[c])
        for e, a, columns in found.pairs
        for c in columns
    )
    return (
        _chosen("expected", right, types, found.expected_rows, found.gone, exact),
        _chosen(title, yours, types, found.actual_rows, found.wrong, exact),
    )


def _chosen(
    title: str,
    table: Table,
    types: Sequence[str],
    telling: Sequence[int],
    marked: AbstractSet[tuple[int, int]],
    exact: bool,
) -> Grid:
    """All rows of a short table; of a long one those that tell, filled up from the top."""
    rows = table.rows
    shown = list(range(len(rows)))
    if len(rows) > MAX_ROWS:
        others = [index for index in shown if index not in set(telling)]
        shown = sorted([*telling, *others][:MAX_ROWS])
    places = {index: place for place, index in enumerate(shown)}
    marks = frozenset((places[row], column) for row, column in marked if row in places)
    grid = _grid(title, table.columns, [rows[index] for index in shown], types, marks, exact=exact)
    return replace(grid, more=len(rows) - len(shown))


def _grid(
    title: str,
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    types: Sequence[str],
    marked: frozenset[tuple[int, int]] = frozenset(),
    most: int = MAX_ROWS,
    exact: bool = False,
) -> Grid:
    shown = tuple(
        tuple(show_cell(cell, type_, exact=exact) for cell, type_ in zip(row, types, strict=True))
        for row in rows[:most]
    )
    return Grid(title, tuple(columns), shown, marked, max(0, len(rows) - most))


@dataclass(frozen=True)
class _Differences:
    """Pairs (expected row, given row, columns that differ); rows without a counterpart; marks."""

    pairs: list[tuple[int, int, list[int]]]
    expected_rows: list[int]
    actual_rows: list[int]
    gone: set[tuple[int, int]]
    wrong: set[tuple[int, int]]


def _differences(
    answer: Answer, right: Sequence[tuple[Any, ...]], rows: Sequence[tuple[Any, ...]]
) -> _Differences:
    """Where two tables differ. Rows that are right somewhere are left alone; of the others, a given
    row is held against the missing row with the same keys, or the one it resembles most.
    """
    tolerances = tolerances_of(answer)
    every = range(len(tolerances))
    missing, extra = unmatched(right, rows, tolerances)
    if (
        not missing and not extra and len(right) == len(rows)
    ):  # the order: mark what stands elsewhere
        pairs = enumerate(zip(right, rows, strict=True))
        moved = [index for index, pair in pairs if not same_row(*pair, tolerances)]
        return _Differences([], moved, moved, set(), {(n, c) for n in moved for c in every})
    left, unpaired = _places(right, missing), _places(rows, extra)[:_MOST_COMPARED]
    keys = set(key_positions(answer))
    candidates = sorted(
        (len(keys.intersection(columns)), len(columns), e, a, columns)
        for e in left
        for a in unpaired
        if len(columns := _different(right[e], rows[a], tolerances)) < len(tolerances)
    )
    found: list[tuple[int, int, list[int]]] = []
    for _, _, e, a, columns in candidates:
        if e in left and a in unpaired:
            found.append((e, a, columns))
            left.remove(e)
            unpaired.remove(a)
    wrong = {(a, c) for _, a, columns in found for c in columns}
    return _Differences(
        pairs=found,
        expected_rows=sorted([*left, *(e for e, _, _ in found)]),
        actual_rows=sorted([*unpaired, *(a for _, a, _ in found)]),
        gone={(e, c) for e in left for c in every},
        wrong=wrong | {(a, c) for a in unpaired for c in every},
    )


def _different(
    expected: tuple[Any, ...], actual: tuple[Any, ...], tolerances: Tolerances
) -> list[int]:
    cells = zip(expected, actual, tolerances, strict=True)
    return [n for n, cell in enumerate(cells) if not same_cell(*cell)]


def _places(rows: Sequence[tuple[Any, ...]], some: Sequence[tuple[Any, ...]]) -> list[int]:
    """The positions of `some` rows among `rows`, by identity."""
    ids = {id(row) for row in some}
    return [index for index, row in enumerate(rows) if id(row) in ids]
