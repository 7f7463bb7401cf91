"""Inputs as a Python answer meets them: DataFrames with the contract's types, fresh copies."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from grader.bank.exercise import Answer, TableSpec

_DTYPES = {
    "DOUBLE": "float64",
    "VARCHAR": "str",
    "DATE": "datetime64[us]",
    "TIMESTAMP": "datetime64[us]",
}


class Prepared(dict[str, Any]):
    """Inputs whose DataFrames are made already, since many answers will be run on them."""

    def __init__(self, inputs: Mapping[str, Any], specs: Mapping[str, TableSpec]) -> None:
        super().__init__(inputs)
        tables = {
            n: rows for n, rows in inputs.items() if n in specs and type(rows) is not np.ndarray
        }
        self.frames = {name: frame(specs[name], rows) for name, rows in tables.items()}


def originals(
    answer: Answer, specs: Mapping[str, TableSpec], inputs: Mapping[str, Any]
) -> dict[str, Any]:
    """What an answer is given, by name: DataFrames for a query, values for a function."""

    def table(name: str) -> pd.DataFrame:
        if isinstance(inputs, Prepared):
            return inputs.frames[name]
        return frame(specs[name], inputs[name])

    if answer.kind == "query":
        return {name: table(name) for name in answer.tables}
    return {
        name: table(name) if annotation == "DataFrame" else _argument(annotation, inputs[name])
        for name, annotation in answer.arguments.items()
    }


def _argument(annotation: str, value: Any) -> Any:
    """A value as the function gets it; cases hold some in another form (see bank.argument)."""
    if annotation == "Timestamp":
        return pd.Timestamp(value)
    return np.random.default_rng(value) if annotation == "Generator" else value


def frame(spec: TableSpec, rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """The rows as DuckDB's own ``.df()`` would give them.

    BIGINT is int64, with a NULL Int64; VARCHAR is str, also where DuckDB sees no text to tell by;
    DOUBLE float64; DATE and TIMESTAMP datetime64[us]; BOOLEAN bool, with a NULL boolean.
    """
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(spec.columns)
    columns = zip(spec.columns, cells, strict=True)
    return pd.DataFrame({c.name: _series(c.type, values) for c, values in columns})


def _series(type_: str, values: Sequence[Any]) -> pd.Series:
    if type_ == "BIGINT":
        return pd.Series(values, dtype="Int64" if None in values else "int64")
    if type_ == "BOOLEAN":
        return pd.Series(values, dtype="boolean" if None in values else "bool")
    if type_ in ("DATE", "TIMESTAMP"):
        return pd.Series(np.array(values, dtype="datetime64[us]"))
    return pd.Series(values, dtype=_DTYPES[type_])


def fresh(value: Any) -> Any:
    """A copy of an input that an answer may change without touching the original."""
    if isinstance(value, np.ndarray):
        return value.copy()  # which may be written to
    # Copy-on-write: a shallow copy of a DataFrame is independent of the original.
    return value.copy(deep=False) if isinstance(value, pd.DataFrame) else copy.deepcopy(value)


def changed(originals: Mapping[str, Any], given: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the inputs that are no longer what they were."""
    return tuple(name for name, value in originals.items() if not _same(value, given[name]))


def _same(original: Any, now: Any) -> bool:
    if isinstance(original, pd.DataFrame):
        return (
            isinstance(now, pd.DataFrame)
            and original.columns.equals(now.columns)
            and original.index.equals(now.index)
            and original.equals(now)
        )
    if isinstance(original, np.random.Generator):
        return True  # to draw from it is what it is for
    if isinstance(original, np.ndarray):
        return (
            isinstance(now, np.ndarray)
            and (original.dtype, original.shape) == (now.dtype, now.shape)
            and original.tobytes() == now.tobytes()
        )
    return type(original) is type(now) and bool(original == now)
