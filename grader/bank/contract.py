"""What the contract allows as input: canonical values, types, constraints."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from grader.bank.argument import canonical_value, has_type
from grader.bank.exercise import Answer, Column, Exercise, TableSpec

_PLAIN: dict[str, type] = {
    "BIGINT": int,
    "DOUBLE": float,
    "VARCHAR": str,
    "BOOLEAN": bool,
    "DATE": datetime,
    "TIMESTAMP": datetime,
}


def canonical(
    exercise: Exercise, inputs: Mapping[str, Any], answer: Answer | None = None
) -> dict[str, Any]:
    """Inputs in one form: rows as tuples of int, float, str, bool, datetime or None; arguments as
    `grader.bank.argument` says, where `answer` is the function that they are for.

    Dates and times may be given as ISO text. Tables that are left out are empty. Raises ValueError
    for a value that is not of its column's type, or a row of the wrong width.
    """
    if answer and answer.kind == "function":
        return {name: _argument(exercise, answer, name, value) for name, value in inputs.items()}
    unknown = sorted(set(inputs) - set(exercise.tables))
    if unknown:
        raise ValueError(f"there is no table {', '.join(unknown)}.")
    return {
        name: tuple(_row(spec, row) for row in inputs.get(name, ()))
        for name, spec in exercise.tables.items()
    }


def _argument(exercise: Exercise, answer: Answer, name: str, value: Any) -> Any:
    annotation = answer.arguments.get(name, "Any")
    if annotation == "DataFrame":
        return tuple(_row(exercise.tables[name], row) for row in value)
    return canonical_value(value, annotation)


def _row(spec: TableSpec, row: Iterable[Any]) -> tuple[Any, ...]:
    cells = tuple(row)
    if len(cells) != len(spec.columns):
        raise ValueError(f"{spec.name} has {len(spec.columns)} columns, this row has {cells!r}.")
    return tuple(
        _cell(spec, column, cell) for column, cell in zip(spec.columns, cells, strict=True)
    )


def _cell(spec: TableSpec, column: Column, cell: Any) -> Any:
    if cell is None:
        return None
    given = cell
    if column.type in ("DATE", "TIMESTAMP"):
        cell = _moment(cell)
    elif column.type == "DOUBLE" and type(cell) is int:
        cell = float(cell)
    if type(cell) is not _PLAIN[column.type] or not _fits(column.type, cell):
        raise ValueError(f"{spec.name}.{column.name} is {column.type}, got {given!r}.")
    return cell


def _moment(cell: Any) -> Any:
    """Times from ISO text, dates as their midnight; anything else as it is."""
    if isinstance(cell, str):
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(cell)
    elif isinstance(cell, date) and not isinstance(cell, datetime):
        return datetime(cell.year, cell.month, cell.day)
    return cell


def _fits(type_: str, cell: Any) -> bool:
    """Whether a column of this type holds the value: no time in a DATE, no time zone.

    Integers stay below 2^53, so that an answer which lets pandas make floats of them is not wrong
    for that alone.
    """
    if type_ == "BIGINT":
        return abs(cell) < 2**53
    if type_ == "DATE":
        return cell.time() == time() and cell.tzinfo is None
    return type_ != "TIMESTAMP" or cell.tzinfo is None


def violation(exercise: Exercise, answer: str, inputs: Mapping[str, Any]) -> str | None:
    """What about `inputs` the types and constraints of exercise.toml forbid; None if nothing."""
    spec = exercise.answers[answer]
    if spec.kind == "function":
        for name, type_ in spec.arguments.items():
            if name not in inputs:
                return f"the argument {name} is missing."
            if not has_type(inputs[name], type_):
                return f"{name} must be {type_}, got {inputs[name]!r}."
        frames = (
            exercise.tables[name] for name, type_ in spec.arguments.items() if type_ == "DataFrame"
        )
        return next(filter(None, (_broken(table, inputs[table.name]) for table in frames)), None)
    complaints = (_broken(exercise.tables[name], inputs[name]) for name in spec.tables)
    return next((complaint for complaint in complaints if complaint), None)


def _broken(spec: TableSpec, rows: tuple[tuple[Any, ...], ...]) -> str | None:
    if spec.single_row and len(rows) != 1:
        return f"{spec.name} always has exactly one row, not {len(rows)}."
    for index, column in enumerate(spec.columns):
        values = [row[index] for row in rows]
        if not column.nullable and None in values:
            return f"{spec.name}.{column.name} is never NULL."
        present = [value for value in values if value is not None]
        if column.unique and len(set(present)) < len(present):
            return f"{spec.name}.{column.name} is unique."
    return None
