"""Shrink tables: fewer rows first, then plainer values.

Rows are removed by delta debugging (Zeller & Hildebrandt, 2002): whole entities, then ever smaller
runs of rows, then pairs. Deterministic; bounded by the number of tries.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

from grader.bank.exercise import TableSpec
from grader.judge.plainer import all_plainer, plainer_cells

Tables = Mapping[str, tuple[tuple[Any, ...], ...]]
_MAX_TRIES = 400
_PAIRS_UP_TO = 12


def shrink_tables(
    specs: Mapping[str, TableSpec], tables: Tables, fails: Callable[[Tables], bool]
) -> Tables:
    """The smallest tables found on which `fails` still holds. It must hold for `tables`."""
    shrinker = _Shrinker(specs, tables, fails)
    shrinker.drop_entities()
    shrinker.drop_rows()
    shrinker.drop_pairs()
    shrinker.renumber()
    shrinker.plainer_values()
    shrinker.in_order()
    return shrinker.tables


class _Shrinker:
    def __init__(
        self, specs: Mapping[str, TableSpec], tables: Tables, fails: Callable[[Tables], bool]
    ) -> None:
        self.specs = specs
        self.tables = dict(tables)
        self._fails = fails
        self._tries = 0

    def accept(self, candidate: Tables) -> bool:
        """Take the candidate if it still fails."""
        if self._tries >= _MAX_TRIES or candidate == self.tables:
            return False
        self._tries += 1
        if not self._fails(candidate):
            return False
        self.tables = dict(candidate)
        return True

    def rows(self) -> list[tuple[str, int]]:
        """Where the rows are that may be removed."""
        return [
            (name, index)
            for name, rows in self.tables.items()
            if not self.specs[name].single_row
            for index in range(len(rows))
        ]

    def without(self, gone: Sequence[tuple[str, int]]) -> Tables:
        drop = set(gone)
        return {
            name: tuple(row for index, row in enumerate(rows) if (name, index) not in drop)
            for name, rows in self.tables.items()
        }

    def drop_entities(self) -> None:
        """Remove all rows that share a key, such as everything about one customer."""
        for column in self.keys():
            for value in sorted({v for v in self.column(column) if v is not None}, reverse=True):
                self.accept(
                    self.without([w for w in self.rows() if self.cell(*w, column) == value])
                )

    def drop_rows(self) -> None:
        """Remove ever smaller runs of rows until no single row can go."""
        length = max(1, len(self.rows()) // 2)
        while True:
            start, shrunk = 0, False
            while start < len(self.rows()):
                if self.accept(self.without(self.rows()[start : start + length])):
                    shrunk = True
                else:
                    start += length
            if length > 1:
                length //= 2
            elif not shrunk:
                return

    def drop_pairs(self) -> None:
        """Remove two rows at once: an order and its only line often go together or not at all."""
        shrunk = len(self.rows()) <= _PAIRS_UP_TO
        while shrunk:
            shrunk = any(
                self.accept(self.without(pair)) for pair in list(combinations(self.rows(), 2))
            )

    def renumber(self) -> None:
        """Keys become 1, 2, ... in their order, the same in every table."""
        for column in self.keys():
            values = sorted({v for v in self.column(column) if v is not None})
            if all(type(value) is int for value in values):
                plain = {value: number for number, value in enumerate(values, 1)}
                self.accept(self.mapped(column, plain))

    def plainer_values(self) -> None:
        """Round times, use the same text or a small number where it makes no difference."""
        keys = self.keys()
        for change in all_plainer(self.specs, self.tables, keys):
            self.accept(change(self.tables))
        for name, spec in self.specs.items():
            for position, column in enumerate(spec.columns):
                if column.name in keys:
                    continue
                for index in range(len(self.tables[name])):
                    for value in plainer_cells(self.tables[name], index, position):
                        if self.accept(self.replaced(name, index, position, value)):
                            break

    def in_order(self) -> None:
        """Rows sorted, if they fail so too: easier to read."""
        self.accept(
            {name: tuple(sorted(rows, key=_sort_key)) for name, rows in self.tables.items()}
        )

    def keys(self) -> list[str]:
        """Columns that name an entity: unique, or shared by tables, or called an id."""
        names = [c.name for spec in self.specs.values() for c in spec.columns]
        unique = {c.name for spec in self.specs.values() for c in spec.columns if c.unique}
        return sorted(
            {n for n in names if n in unique or names.count(n) > 1 or n.endswith("_id")},
            key=names.index,
        )

    def column(self, column: str) -> list[Any]:
        return [self.cell(*where, column) for where in self.rows()]

    def cell(self, name: str, index: int, column: str) -> Any:
        names = self.specs[name].names
        return self.tables[name][index][names.index(column)] if column in names else None

    def mapped(self, column: str, plain: Mapping[Any, Any]) -> Tables:
        return {
            name: tuple(
                tuple(
                    plain.get(cell, cell) if own == column else cell
                    for own, cell in zip(self.specs[name].names, row, strict=True)
                )
                for row in rows
            )
            for name, rows in self.tables.items()
        }

    def replaced(self, name: str, index: int, position: int, value: Any) -> Tables:
        row = list(self.tables[name][index])
        row[position] = value
        rows = self.tables[name]
        return {**self.tables, name: (*rows[:index], tuple(row), *rows[index + 1 :])}


def _sort_key(row: tuple[Any, ...]) -> list[tuple[bool, Any]]:
    return [(cell is None, 0 if cell is None else cell) for cell in row]
