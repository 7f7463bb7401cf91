"""Values as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from grader.plain import Odd

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
    text = value.text if isinstance(value, Odd) else repr(_as_annotated(value, annotation))
    return text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]} … ({len(text):,} characters)"


def _as_annotated(value: Any, annotation: str) -> Any:
    """Lists are tuples again where the annotation says so: results are compared as lists."""
    if not isinstance(value, list):
        return value
    if annotation.startswith("tuple["):
        return tuple(value)
    inner = annotation.removeprefix("list[").removesuffix("]")
    return [_as_annotated(item, inner) for item in value]


def show_call(name: str, arguments: Mapping[str, Any]) -> str:
    """A call that can be pasted into a cell."""
    return f"{name}({', '.join(f'{key}={show_value(value)}' for key, value in arguments.items())})"
