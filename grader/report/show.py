"""Values as a person reads them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np

from grader.bank.exercise import Answer, Exercise, TableSpec
from grader.plain import EmptyArray, Odd

_MAX_TEXT = 700


def show_cell(cell: Any, type_: str = "", *, exact: bool = False) -> str:
    """A cell of a table: NULL, a date without its midnight, odd texts in quotes.

    Floats have six digits, or all of them if `exact`.
    """
    if cell is None:
        return "NULL"
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, datetime):
        return show_time(cell, type_)
    if isinstance(cell, float):
        whole = cell.is_integer() and abs(cell) < 1e15
        return str(int(cell)) if whole else repr(cell) if exact else f"{cell:.6g}"
    if isinstance(cell, str):
        odd = cell != cell.strip() or cell in ("", "NULL") or not cell.isprintable()
        return repr(cell) if odd else cell
    return cell.text if isinstance(cell, Odd) else str(cell)


def show_time(time: datetime, type_: str = "TIMESTAMP") -> str:
    """A date, or a time to the minute, second or microsecond: as much as there is to see."""
    midnight = not (time.hour or time.minute or time.second or time.microsecond)
    if type_ == "DATE" and midnight and time.tzinfo is None:
        return f"{time:%Y-%m-%d}"
    if time.microsecond:
        return time.isoformat(sep=" ")
    return time.isoformat(sep=" ", timespec="seconds" if time.second else "minutes")


def count_rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def show_value(value: Any, annotation: str = "") -> str:
    """A Python value as one would type it, cut where it is very long."""
    text = value.text if isinstance(value, Odd | EmptyArray) else _typed(value, annotation)
    return text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]} … ({len(text):,} characters)"


def show_call(exercise: Exercise, answer: Answer, arguments: Mapping[str, Any]) -> str:
    """A call that can be pasted into a cell, where `np` and `pd` are numpy and pandas."""
    parts = []
    for name, annotation in answer.arguments.items():
        value = arguments[name]
        if annotation == "DataFrame":
            shown = _frame(exercise.tables[name], value)
        elif annotation == "Generator":
            shown = f"np.random.default_rng({value})"
        else:
            shown = show_value(value, annotation)
        parts.append(f"{name}={shown}")
    return f"{answer.name}({', '.join(parts)})"


def _typed(value: Any, annotation: str = "") -> str:
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, datetime):
        return f'pd.Timestamp("{show_time(value)}")'
    if isinstance(value, float) and not math.isfinite(value):
        return "np.nan" if math.isnan(value) else "np.inf" if value > 0 else "-np.inf"
    if isinstance(value, dict):
        inside = ", ".join(f"{key!r}: {_typed(item)}" for key, item in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        tuples = annotation.startswith("tuple[") or annotation.startswith("(")
        inner = annotation.removeprefix("list[").removesuffix("]")
        items = [_typed(item, inner) for item in value]
        if tuples:
            return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        return f"[{', '.join(items)}]"
    return value.text if isinstance(value, Odd | EmptyArray) else repr(value)


def _array(value: np.ndarray) -> str:
    if not value.size:
        shape = value.shape[0] if value.ndim == 1 else value.shape
        return f"np.zeros({shape}, dtype={value.dtype.name.rstrip('0123456789')})"
    return f"np.array({_typed(value.tolist())})"


def _frame(spec: TableSpec, rows: tuple[tuple[Any, ...], ...]) -> str:
    columns = []
    for position, column in enumerate(spec.columns):
        cells = [row[position] for row in rows]
        if column.type in ("DATE", "TIMESTAMP"):
            texts = [None if cell is None else show_time(cell, column.type) for cell in cells]
            columns.append(f'"{column.name}": pd.to_datetime({texts!r})')
        else:
            columns.append(f'"{column.name}": {_typed(cells)}')
    return f"pd.DataFrame({{{', '.join(columns)}}})"
