"""The columns of a table in three forms: DuckDB text, Arrow, pandas.

What comes out as pandas are the *Input types* of every contract: BIGINT is int64, or Int64 when it
holds a NULL; VARCHAR is str; DOUBLE float64; BOOLEAN bool; DATE and TIMESTAMP datetime64[us].
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa

_ARROW = {
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
}


def duckdb_type(column: str) -> str:
    """The type in a description: "BIGINT unique not null" is BIGINT."""
    return column.split()[0].upper()


def is_not_null(column: str) -> bool:
    """Whether the description excludes NULLs."""
    return "not null" in column.lower()


def definition(columns: Mapping[str, str]) -> str:
    """What stands in the parentheses of CREATE TABLE."""
    return ", ".join(
        f'"{name}" {duckdb_type(text)}{" NOT NULL" if is_not_null(text) else ""}'
        for name, text in columns.items()
    )


def schema(columns: Mapping[str, str]) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([(name, _ARROW[duckdb_type(text)]) for name, text in columns.items()])


def to_arrow(table: str, frame: pd.DataFrame, columns: Mapping[str, str]) -> pa.Table:
    """A generated block as Arrow, checked against what the generator promises.

    Raises ValueError naming table and column when it breaks its promise: a fault of a generator.
    """
    if list(frame.columns) != list(columns):
        raise ValueError(f"{table}: has columns {list(frame.columns)}, promises {list(columns)}")
    arrays = []
    for name, text in columns.items():
        try:
            array = _array(frame[name], _ARROW[duckdb_type(text)])
        except pa.ArrowException as fault:
            raise ValueError(f"{table}.{name} is not {text}: {fault}") from fault
        if array.null_count and is_not_null(text):
            raise ValueError(f"{table}.{name} is {text}, but {array.null_count} values are NULL")
        arrays.append(array)
    return pa.Table.from_arrays(arrays, schema=schema(columns))


def _array(series: pd.Series, wanted: pa.DataType) -> pa.Array:
    array = pa.array(series, from_pandas=True)
    if isinstance(array, pa.ChunkedArray):  # text that was concatenated
        array = array.combine_chunks()
    if pa.types.is_date(wanted) and pa.types.is_timestamp(array.type):
        array = array.cast(pa.timestamp("us"))
    return array if array.type == wanted else array.cast(wanted)


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """A table with the dtypes of the contracts' *Input types*."""
    return pd.DataFrame({name: _series(table.column(name)) for name in table.column_names})


def _series(column: pa.ChunkedArray) -> pd.Series:
    kind = column.type
    if pa.types.is_string(kind):
        return column.to_pandas().astype("str")
    if pa.types.is_temporal(kind):
        return pd.Series(column.cast(pa.timestamp("us")).to_numpy(), dtype="datetime64[us]")
    if pa.types.is_boolean(kind) and not column.null_count:
        return pd.Series(column.to_numpy(), dtype=np.bool_)
    if pa.types.is_floating(kind):
        return pd.Series(column.to_numpy(), dtype=np.float64)
    if not column.null_count:
        return pd.Series(column.to_numpy(), dtype=np.int64)
    masked = {"bool": "boolean", "int64": "Int64"}[str(kind)]
    return column.to_pandas(types_mapper=lambda _: getattr(pd, masked.title() + "Dtype")())
