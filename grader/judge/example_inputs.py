"""Read what break_it returned as the inputs of a case, in the form that cases have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from grader.bank.contract import canonical
from grader.bank.exercise import BREAK_IT, Answer, Column, Exercise, TableSpec
from grader.errors import nearest
from grader.plain import Odd
from grader.sandbox.example import MAX_ROWS, ExampleTooLarge, plain_example
from grader.table import Table, plain_cell

_YEARS = range(1900, 2101)
_LARGEST = 1_000_000
"""Of an argument that is a number, such as k: a list as long as that is made in no time."""


def read_inputs(exercise: Exercise, answer: Answer, value: Any) -> dict[str, Any]:
    """The inputs that an example gives to `answer`: rows of every table, or the arguments.

    A table is a list of rows (tuples in the order of its columns, or dicts by column name) or a
    frame. Raises ValueError with a sentence for the learner where it is none, or larger than any
    example has to be: what is read here is run on the trusted side.
    """
    value = plain_example(value)
    if not isinstance(value, dict):
        names = ", ".join(f'"{name}": ...' for name in answer.inputs)
        raise ValueError(f"{BREAK_IT} must return a dict, {{{names}}}; yours returns {_a(value)}.")
    _refuse_unknown(answer, value)
    if any(re.search("[\ud800-\udfff]", text) for text in _texts(value)):
        raise ValueError("a text holds half a character (a lone surrogate): no file can hold that.")
    return (
        _arguments(answer, value) if answer.kind == "function" else _tables(exercise, answer, value)
    )


def _refuse_unknown(answer: Answer, value: Mapping[Any, Any]) -> None:
    thing = "table" if answer.kind == "query" else "argument"
    for name in value:
        if name not in answer.inputs:
            near = nearest(str(name), answer.inputs)
            meant = f'Did you mean "{near}"?' if near else f"It has {', '.join(answer.inputs)}."
            raise ValueError(f"{answer.name} has no {thing} {name!r}. {meant}")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in (*value, *value.values()):
            yield from _texts(item)
    elif isinstance(value, list | tuple | Table):
        for item in value.rows if isinstance(value, Table) else value:
            yield from _texts(item)


def _arguments(answer: Answer, value: Mapping[str, Any]) -> dict[str, Any]:
    for name, argument in value.items():
        odd = next(_odd_in(argument), None)
        if odd:
            raise ValueError(
                f"{name} must be plain data ({answer.arguments[name]}), got {odd.text}."
            )
        if isinstance(argument, int) and abs(argument) > _LARGEST:
            raise ValueError(f"{name} is {argument:,}; no example needs more than {_LARGEST:,}.")
    return {name: value[name] for name in answer.arguments if name in value}


def _odd_in(value: Any) -> Iterator[Odd]:
    if isinstance(value, Odd):
        yield value
    elif isinstance(value, Table):
        yield Odd("Table", "a table")
    elif isinstance(value, dict):
        for item in (*value, *value.values()):
            yield from _odd_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _odd_in(item)


def _tables(exercise: Exercise, answer: Answer, value: Mapping[str, Any]) -> dict[str, Any]:
    specs = [exercise.tables[name] for name in answer.tables]
    for spec in specs:
        if spec.single_row and spec.name not in value:
            raise ValueError(
                f"{spec.name} is left out, and it always has exactly one row. "
                f'Add "{spec.name}": [({", ".join(spec.names)},)].'
            )
    rows = {spec.name: _rows(spec, value[spec.name]) for spec in specs if spec.name in value}
    if sum(map(len, rows.values())) > MAX_ROWS:
        raise ExampleTooLarge
    return canonical(exercise, rows)


def _rows(spec: TableSpec, given: Any) -> list[tuple[Any, ...]]:
    if isinstance(given, Table):
        rows: Sequence[Any] = [dict(zip(given.columns, row, strict=True)) for row in given.rows]
    elif isinstance(given, list | tuple):
        rows = given
    else:
        raise ValueError(f"{spec.name} must be a list of rows, or a DataFrame; got {_a(given)}.")
    return [_row(spec, row) for row in rows]


def _row(spec: TableSpec, row: Any) -> tuple[Any, ...]:
    if isinstance(row, dict):
        row = _by_name(spec, row)
    if not isinstance(row, list | tuple):
        example = "a tuple of one value needs a comma: (value,)" if len(spec.columns) == 1 else ""
        hint = example or f"write ({', '.join(spec.names)})"
        raise ValueError(f"a row of {spec.name} is a tuple, got {row!r}: {hint}.")
    if len(row) != len(spec.columns):
        raise ValueError(
            f"{spec.name} has {len(spec.columns)} columns ({', '.join(spec.names)}), "
            f"the row {tuple(row)!r} has {len(row)}."
        )
    return tuple(_cell(spec, c, cell) for c, cell in zip(spec.columns, row, strict=True))


def _by_name(spec: TableSpec, row: Mapping[Any, Any]) -> tuple[Any, ...]:
    """The row in the order of the columns; a column that is left out is NULL."""
    for name in row:
        if name not in spec.names:
            near = nearest(str(name), spec.names)
            meant = f'Did you mean "{near}"?' if near else f"It has {', '.join(spec.names)}."
            raise ValueError(f"{spec.name} has no column {name!r}. {meant}")
    return tuple(row.get(name) for name in spec.names)


def _cell(spec: TableSpec, column: Column, cell: Any) -> Any:
    cell = plain_cell(cell)
    if column.type == "BIGINT" and isinstance(cell, float) and cell.is_integer():
        return int(cell)  # pandas makes floats of integers where one is missing
    text = str(cell) if isinstance(cell, datetime | str) else ""
    if column.type in ("DATE", "TIMESTAMP") and text[:4].isdigit() and int(text[:4]) not in _YEARS:
        years = f"{_YEARS.start} and {_YEARS.stop - 1}"
        raise ValueError(f"{spec.name}.{column.name} is {text}; keep it between the years {years}.")
    return cell


def _a(value: Any) -> str:
    """A value by its kind."""
    if value is None:
        return "None (is there a return?)"
    if isinstance(value, Odd | Table):
        name = value.type if isinstance(value, Odd) else "DataFrame"
    else:
        name = type(value).__name__
    return f"{'an' if name[:1] in 'aeiouAEIOU' else 'a'} {name}"
