"""Plainer values for the cells of tables: what a person would write in an example."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from grader.bank.exercise import TableSpec

Rows = Sequence[tuple[Any, ...]]
_ROUND = (1, 2, 3, 5, 10, 100)


def all_plainer(
    specs: Mapping[str, TableSpec], tables: Mapping[str, Rows], keys: Sequence[str]
) -> Iterator[Callable[[Mapping[str, Rows]], dict[str, tuple[tuple[Any, ...], ...]]]]:
    """Changes that make many cells plainer at once: cheap to try before each cell by itself.

    First all times moved so that the earliest is at a whole hour, which keeps what lies between
    them; then every time rounded to the hour, or to the minute.
    """
    spots = {
        (name, position)
        for name, spec in specs.items()
        for position, column in enumerate(spec.columns)
        if column.type == "TIMESTAMP" and column.name not in keys
    }
    times = [row[p] for name, p in spots for row in tables[name] if row[p] is not None]
    if not times:
        return
    first = min(times)
    back = first - _to_the_hour(first)
    if back:
        yield partial(_with_times, spots, lambda time: time - back)
    yield partial(_with_times, spots, _to_the_hour)
    yield partial(_with_times, spots, lambda time: time.replace(second=0, microsecond=0))


def _with_times(
    spots: Container[tuple[str, int]],
    change: Callable[[datetime], datetime],
    tables: Mapping[str, Rows],
) -> dict[str, tuple[tuple[Any, ...], ...]]:
    return {
        name: tuple(
            tuple(
                change(cell) if (name, position) in spots and cell is not None else cell
                for position, cell in enumerate(row)
            )
            for row in rows
        )
        for name, rows in tables.items()
    }


def _to_the_hour(time: datetime) -> datetime:
    return time.replace(minute=0, second=0, microsecond=0)


def plainer_cells(rows: Rows, index: int, position: int) -> Iterator[Any]:
    """Plainer values for one cell, the plainest first."""
    cell = rows[index][position]
    if isinstance(cell, datetime):
        yield from _plainer_times(cell)
    elif isinstance(cell, str):
        texts = [row[position] for row in rows if isinstance(row[position], str)]
        if len(set(texts)) < len(texts):  # names that are all different stay so
            yield from dict.fromkeys(text for text in texts[:index] if text != cell)
    elif type(cell) in (int, float):
        yield from (type(cell)(value) for value in _ROUND if abs(value) < abs(cell))


def _plainer_times(time: datetime) -> Iterator[datetime]:
    midnight = time.replace(hour=0, minute=0, second=0, microsecond=0)
    for rounded in (
        midnight.replace(day=1),
        midnight,
        midnight + timedelta(hours=12),
        _to_the_hour(time),
        time.replace(second=0, microsecond=0),
        time.replace(microsecond=0),
    ):
        if rounded == time:
            return
        yield rounded
