"""A table of plain values: what an answer returned, whatever library it came from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from grader.plain import Odd, odd, plain_int

MAX_ROWS = 200_000
"""More rows than this are never a right answer to a small case; they are refused, not compared."""


MAX_COLUMNS = 500
"""The same for columns; no contract has more than a few."""


class NotATable(Exception):
    """A returned value that cannot be read as a table; the message tells the learner why."""


@dataclass(frozen=True)
class Table:
    """Columns by name and rows of plain cells.

    A cell is None (the one missing value), bool, int, float, str, datetime (a date is its midnight),
    timedelta, or Odd (something that no contract asks for). `index` names the columns that a
    pandas index held and that are therefore not part of the table.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    index: tuple[str, ...] = ()

    def column(self, name: str) -> list[Any]:
        position = self.columns.index(name)
        return [row[position] for row in self.rows]


def kind_of(cell: Any) -> str:
    """The kind of a cell in words: what comparisons never mix."""
    if isinstance(cell, bool):
        return "boolean"
    if isinstance(cell, int | float):
        return "number"
    if isinstance(cell, str):
        return "text"
    if isinstance(cell, datetime):
        return "date or time" if cell.tzinfo is None else "time with a zone"
    if isinstance(cell, timedelta):
        return "duration"
    return cell.type if isinstance(cell, Odd) else type(cell).__name__


def plain_cell(cell: Any) -> Any:
    """A cell as a plain Python value; every missing value becomes None."""
    if cell is None or cell is pd.NaT or cell is pd.NA:
        return None
    if isinstance(cell, bool | np.bool_):
        return bool(cell)
    if isinstance(cell, int | np.integer):
        return plain_int(int(cell))
    if isinstance(cell, float | np.floating):
        return None if math.isnan(cell) else float(cell)
    if isinstance(cell, Decimal):
        return _plain_decimal(cell)
    if isinstance(cell, str):
        return str(cell)
    if isinstance(cell, np.datetime64 | np.timedelta64):
        return plain_cell(
            pd.Timestamp(cell) if isinstance(cell, np.datetime64) else pd.Timedelta(cell)
        )
    if isinstance(cell, pd.Period):
        return plain_cell(cell.to_timestamp())
    if isinstance(cell, pd.Timestamp):
        return odd(cell) if cell.nanosecond else cell.to_pydatetime()
    if isinstance(cell, pd.Timedelta):
        return cell.to_pytimedelta()
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return datetime(cell.year, cell.month, cell.day)
    return cell if type(cell) in (datetime, timedelta) else odd(cell)


def _plain_decimal(cell: Decimal) -> int | float | None:
    if cell.is_nan():
        return None
    whole = cell.is_finite() and cell == cell.to_integral_value()
    return int(cell) if whole else float(cell)


def from_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """A table from rows of any cells, such as a DuckDB result."""
    _refuse_giants(0, len(columns))
    plain = tuple(tuple(plain_cell(cell) for cell in row) for row in rows)
    return Table(tuple(map(str, columns)), plain)


def from_value(value: Any) -> Table:
    """A table from what a Python answer returned.

    Accepts a pandas DataFrame or Series, a polars frame, an Arrow table, a DuckDB relation.
    Raises NotATable for anything else, and for more than MAX_ROWS rows.
    """
    if isinstance(value, pd.Series):
        value = value.reset_index() if value.index.names != [None] else value.to_frame()
    if isinstance(value, pd.DataFrame):
        return _from_pandas(value)
    if isinstance(value, pa.RecordBatch | pa.RecordBatchReader):
        value = (
            pa.Table.from_batches([value])
            if isinstance(value, pa.RecordBatch)
            else value.read_all()
        )
    if isinstance(value, pa.Table):
        return _from_arrow(value)
    library = type(value).__module__.partition(".")[0]
    if library == "polars" and hasattr(value, "lazy"):
        return _from_arrow(value.lazy().collect().to_arrow())
    if "duckdb" in library and hasattr(value, "fetchall") and hasattr(value, "columns"):
        rows = value.fetchall()
        _refuse_giants(len(rows), len(value.columns))
        return from_rows(value.columns, rows)
    raise NotATable(f"it returned {_named(value)}, not a table (a DataFrame).")


def from_cursor(columns: Sequence[str], cursor: Any) -> Table:
    """A table from an executed DuckDB query. Raises NotATable beyond MAX_ROWS."""
    rows = cursor.fetchmany(MAX_ROWS + 1)
    _refuse_giants(len(rows), len(columns))
    return from_rows(columns, rows)


def _from_pandas(frame: pd.DataFrame) -> Table:
    if isinstance(frame.columns, pd.MultiIndex):
        raise NotATable(
            "its columns have several levels; give each one plain name, for example with named "
            "aggregation: .agg(units=('quantity', 'sum'))."
        )
    _refuse_giants(*frame.shape)
    columns = [_pandas_cells(frame.iloc[:, position]) for position in range(frame.shape[1])]
    index = tuple(str(name) for name in frame.index.names if name is not None)
    return Table(tuple(map(str, frame.columns)), tuple(zip(*columns, strict=True)), index)


def _pandas_cells(series: pd.Series) -> list[Any]:
    if isinstance(series.dtype, pd.PeriodDtype):
        series = series.dt.to_timestamp()
    try:
        cells = pa.array(series, from_pandas=True).to_pylist()
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        cells = series.tolist()
    return [plain_cell(cell) for cell in cells]


def _from_arrow(table: pa.Table) -> Table:
    _refuse_giants(*table.shape)
    columns = [[plain_cell(cell) for cell in column.to_pylist()] for column in table.columns]
    return Table(tuple(table.column_names), tuple(zip(*columns, strict=True)))


def _refuse_giants(rows: int, columns: int) -> None:
    if columns > MAX_COLUMNS:
        raise NotATable(f"it has {columns:,} columns; that is more than any answer needs.")
    if rows > MAX_ROWS:
        raise NotATable(f"it has more than {MAX_ROWS:,} rows; a join probably multiplies them.")


def _named(value: Any) -> str:
    if value is None:
        return "None (is there a return?)"
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
