"""Shrink tables: fewer rows first, then plainer values.

Rows are removed by delta debugging (Zeller & Hildebrandt, 2002): whole entities, then ever smaller
runs of rows; of the few rows left, where trying is cheap, every choice of one, two or three.
Deterministic; bounded by the number of tries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, islice
from typing import Any

from grader.bank.exercise import TableSpec
from grader.judge.plainer import all_plainer, plainer_cells

Tables = Mapping[str, tuple[tuple[Any, ...], ...]]
FirstFailing = Callable[[Iterable[Tables]], Tables | None]

_MAX_TRIES = 4000
_MAX_ROUNDS = 120
_PAIRS_UP_TO = 12
_CHOICES_UP_TO = 12


def shrink_tables(
    specs: Mapping[str, TableSpec],
    tables: Tables,
    first_failing: FirstFailing,
    cheap: Callable[[], bool] = lambda: False,
) -> Tables:
    """The smallest tables found that still fail. `tables` must.

    `first_failing` gives the first of some candidates that fails, `cheap` says whether it tries
    many in the time of one.
    """
    shrinker = _Shrinker(specs, tables, first_failing, cheap)
    shrinker.keep_entities()
    shrinker.drop_entities()
    shrinker.drop_rows()
    shrinker.choose_rows()
    shrinker.drop_pairs()
    shrinker.renumber()
    shrinker.plainer_values()
    shrinker.in_order()
    return shrinker.tables


class _Shrinker:
    def __init__(
        self,
        specs: Mapping[str, TableSpec],
        tables: Tables,
        first_failing: FirstFailing,
        cheap: Callable[[], bool],
    ) -> None:
        self.specs = specs
        self.tables = dict(tables)
        self._first_failing = first_failing
        self._cheap = cheap
        self._tries = self._rounds = 0

    def accept(self, candidates: Iterable[Tables]) -> bool:
        """Take the first candidate that still fails, if one does."""
        if self._rounds >= _MAX_ROUNDS:
            return False
        self._rounds += 1
        found = self._first_failing(islice(self._counted(candidates), _MAX_TRIES - self._tries))
        if found is None:
            return False
        self.tables = dict(found)
        return True

    def _counted(self, candidates: Iterable[Tables]) -> Iterator[Tables]:
        for candidate in candidates:
            if candidate != self.tables:
                self._tries += 1
                yield candidate

    def rows(self) -> list[tuple[str, int]]:
        """Where the rows are that may be removed."""
        return [
            (name, index)
            for name, rows in self.tables.items()
            if not self.specs[name].single_row
            for index in range(len(rows))
        ]

    def without(self, gone: Iterable[tuple[str, int]]) -> Tables:
        drop = set(gone)
        return {
            name: tuple(row for index, row in enumerate(rows) if (name, index) not in drop)
            for name, rows in self.tables.items()
        }

    def keep_entities(self) -> None:
        """Keep the rows of one entity, or of two, and what belongs to no such entity."""
        for column in self.keys():
            values = self.values(column)
            if len(values) > 2:
                ones = combinations(values, 1)
                twos = combinations(values, 2) if len(values) <= _PAIRS_UP_TO else ()
                self.accept(
                    self.without(self.of_others(column, kept)) for kept in chain(ones, twos)
                )

    def of_others(self, column: str, kept: Sequence[Any]) -> list[tuple[str, int]]:
        """The rows that have the column, and not one of the kept values in it."""
        return [
            where
            for where in self.rows()
            if column in self.specs[where[0]].names and self.cell(*where, column) not in kept
        ]

    def drop_entities(self) -> None:
        """Remove all rows that share a key, such as everything about one customer."""
        for column in self.keys():
            shrunk = True
            while shrunk:
                shrunk = self.accept(
                    self.without([w for w in self.rows() if self.cell(*w, column) == value])
                    for value in reversed(self.values(column))
                )

    def drop_rows(self) -> None:
        """Remove runs of rows, the longest that can go first, until no single row can go."""
        shrunk = True
        while shrunk:
            shrunk = self.accept(map(self.without, self._runs()))

    def _runs(self) -> Iterator[list[tuple[str, int]]]:
        rows = self.rows()
        length = len(rows) // 2
        while length:
            yield from (rows[start : start + length] for start in range(0, len(rows), length))
            length //= 2

    def choose_rows(self) -> None:
        """Of a few rows, the smallest choice that fails: no removal one by one may lead there."""
        rows = self.rows()
        if len(rows) > _CHOICES_UP_TO or not self._cheap():
            return
        sizes = range(1, min(4, len(rows)))
        choices = chain.from_iterable(combinations(rows, size) for size in sizes)
        self.accept(self.without(set(rows) - set(kept)) for kept in choices)

    def drop_pairs(self) -> None:
        """Remove two rows at once: an order and its only line often go together or not at all."""
        shrunk = len(self.rows()) <= _PAIRS_UP_TO
        while shrunk:
            shrunk = self.accept(map(self.without, combinations(self.rows(), 2)))

    def renumber(self) -> None:
        """Keys become 1, 2, ... in their order, the same in every table."""
        for column in self.keys():
            values = self.values(column)
            if all(type(value) is int for value in values):
                plain = {value: number for number, value in enumerate(values, 1)}
                self.accept([self.mapped(column, plain)])

    def plainer_values(self) -> None:
        """Round times, use the same text or a small number where it makes no difference."""
        keys = self.keys()
        for change in all_plainer(self.specs, self.tables, keys):
            self.accept([change(self.tables)])
        spots = [
            (name, index, position)
            for name, spec in self.specs.items()
            for position, column in enumerate(spec.columns)
            if column.name not in keys
            for index in range(len(self.tables[name]))
        ]
        if self._cheap():
            while self.accept(chain.from_iterable(map(self.plainer_at, spots))):
                pass
        else:
            for spot in spots:
                self.accept(self.plainer_at(spot))

    def plainer_at(self, spot: tuple[str, int, int]) -> Iterator[Tables]:
        """The tables with plainer values in one cell, the plainest first."""
        name, index, position = spot
        for value in plainer_cells(self.tables[name], index, position):
            yield self.replaced(name, index, position, value)

    def in_order(self) -> None:
        """Rows sorted, if they fail so too: easier to read."""
        ordered = {name: tuple(sorted(rows, key=_sort_key)) for name, rows in self.tables.items()}
        self.accept([ordered])

    def keys(self) -> list[str]:
        """Columns that name an entity: unique, or shared by tables, or called an id."""
        names = [c.name for spec in self.specs.values() for c in spec.columns]
        unique = {c.name for spec in self.specs.values() for c in spec.columns if c.unique}
        return sorted(
            {n for n in names if n in unique or names.count(n) > 1 or n.endswith("_id")},
            key=names.index,
        )

    def values(self, column: str) -> list[Any]:
        """The different values of a column over all tables, sorted."""
        cells = (self.cell(*where, column) for where in self.rows())
        return sorted({cell for cell in cells if cell is not None})

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
