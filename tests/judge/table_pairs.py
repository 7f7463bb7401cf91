"""Pairs of results, as data: what must be equal and what must be told apart, and how.

A pair is: a name, the contract (column -> type), the expected rows, what a learner returned, and
the kind of fault (None: equal). `ORDERED` contracts grade the order of rows. The pitfalls are those
of the table in the findings on judging.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

from grader.judge import FaultKind
from grader.judge.fault import FaultKind as Is

N = {"n": "BIGINT"}
X = {"x": "DOUBLE"}
T = {"t": "VARCHAR"}
B = {"b": "BOOLEAN"}
D = {"d": "DATE"}
S = {"s": "TIMESTAMP"}
KV = {"k": "VARCHAR", "v": "BIGINT"}
KX = {"k": "VARCHAR", "x": "DOUBLE"}
KVX = {"k": "VARCHAR", "v": "BIGINT", "x": "DOUBLE"}
DAY, NEXT = dt.datetime(2025, 3, 1), dt.datetime(2025, 3, 2)
UTC = dt.UTC
CET = dt.timezone(dt.timedelta(hours=1))


@dataclass(frozen=True)
class Pair:
    name: str
    columns: Mapping[str, str]
    expected: list[tuple[Any, ...]]
    actual: Any
    fault: FaultKind | None = None
    order: str = ""


def frame(**columns: Any) -> pd.DataFrame:
    return pd.DataFrame(columns)


def sql(query: str) -> Any:
    return duckdb.connect().sql(query)


def ordered(name: str, expected: list, actual: Any, fault: FaultKind | None = None) -> Pair:
    return Pair(name, KV, expected, actual, fault, order="k")


PAIRS = [
    # Columns: matched by name, upper and lower case alike, in any order.
    Pair("columns in another order", KV, [("a", 1)], frame(v=[1], k=["a"])),
    Pair("column names in capitals", KV, [("a", 1)], frame(K=["a"], V=[1])),
    Pair("a column is missing", KV, [("a", 1)], frame(k=["a"]), Is.COLUMNS),
    Pair("a column too many", N, [(1,)], frame(n=[1], extra=[2]), Is.COLUMNS),
    Pair("a misspelt column", KV, [("a", 1)], frame(k=["a"], vv=[1]), Is.COLUMNS),
    Pair("a column twice", N, [(1,)], sql("SELECT 1 AS n, 1 AS n"), Is.COLUMNS),
    Pair("a column twice in two cases", N, [(1,)], frame(n=[1], N=[1]), Is.COLUMNS),
    Pair("a missing column of an empty result", KV, [], frame(k=[]), Is.COLUMNS),
    Pair("no columns at all", N, [(1,)], pd.DataFrame(), Is.COLUMNS),
    # Order of rows: graded only where the contract says so.
    Pair("any order where none is asked", N, [(1,), (2,)], frame(n=[2, 1])),
    ordered("the order that is asked", [("a", 1), ("b", 2)], frame(k=["a", "b"], v=[1, 2])),
    ordered("another order", [("a", 1), ("b", 2)], frame(k=["b", "a"], v=[2, 1]), Is.ORDER),
    ordered("a wrong row and another order", [("a", 1), ("b", 2)], frame(k=["b", "a"], v=[2, 9]),
            Is.COLUMN),
    # Duplicates: a result is a multiset.
    Pair("the same copies", N, [(1,), (1,), (2,)], frame(n=[1, 2, 1])),
    Pair("a copy too few", N, [(1,), (1,), (2,)], frame(n=[1, 2]), Is.COPIES),
    Pair("a copy too many", N, [(1,), (2,)], frame(n=[1, 2, 2]), Is.COPIES),
    Pair("copies of the wrong row", N, [(1,), (1,), (2,)], frame(n=[1, 2, 2]), Is.COPIES),
    Pair("a copy too many in an ordered result", KV, [("a", 1)], frame(k=["a"] * 2, v=[1] * 2),
         Is.COPIES, order="k"),
    # Rows.
    Pair("a row is missing", N, [(1,), (2,)], frame(n=[1]), Is.ROWS),
    Pair("a row too many", N, [(1,)], frame(n=[1, 2]), Is.ROWS),
    Pair("another row", KV, [("a", 1), ("b", 2)], frame(k=["a", "c"], v=[1, 3]), Is.ROWS),
    Pair("no rows, none expected", KV, [], frame(k=[], v=[])),
    Pair("no rows, some expected", N, [(1,)], frame(n=[]), Is.ROWS),
    Pair("rows, none expected", N, [], frame(n=[1]), Is.ROWS),
    # One missing value, which equals only itself.
    Pair("None for NULL", T, [(None,)], frame(t=[None])),
    Pair("NaN for NULL", X, [(None,)], frame(x=[float("nan")])),
    Pair("NaN for NULL in a column of text", T, [("a",), (None,)], frame(t=["a", float("nan")])),
    Pair("NaT for NULL", S, [(None,)], frame(s=[pd.NaT])),
    Pair("NA for NULL", N, [(1,), (None,)], frame(n=pd.array([1, None], dtype="Int64"))),
    Pair("floats because of a NULL", N, [(1,), (None,)], frame(n=[1.0, np.nan])),
    Pair("DuckDB's NaN for NULL", X, [(None,)], sql("SELECT 'nan'::DOUBLE AS x")),
    Pair("a Decimal NaN for NULL", X, [(None,)], frame(x=[Decimal("NaN")])),
    Pair("0 for NULL", N, [(None,)], frame(n=[0]), Is.ROWS),
    Pair("NULL for 0", N, [(0,)], frame(n=[None]), Is.ROWS),
    Pair("an empty text for NULL", T, [(None,)], frame(t=[""]), Is.ROWS),
    Pair("the word None for NULL", T, [(None,)], frame(t=["None"]), Is.ROWS),
    Pair("the word nan for NULL", T, [(None,)], frame(t=["nan"]), Is.ROWS),
    Pair("infinity for NULL", X, [(None,)], frame(x=[np.inf]), Is.ROWS),
    Pair("NULL for false", B, [(False,)], frame(b=[None]), Is.ROWS),
    # Numbers: one kind, whatever holds them.
    Pair("a float for an integer", N, [(3,)], frame(n=[3.0])),
    Pair("an integer for a float", X, [(3.0,)], frame(x=[3])),
    Pair("a HUGEINT", N, [(3,)], sql("SELECT SUM(i)::HUGEINT AS n FROM range(3) t(i)")),
    Pair("a DECIMAL", X, [(1.5,)], sql("SELECT 1.5 AS x")),
    Pair("a Decimal of Python", X, [(1.5,)], frame(x=[Decimal("1.50")])),
    Pair("an infinite Decimal", X, [(float("inf"),)], frame(x=[Decimal("Infinity")])),
    Pair("a small unsigned integer", N, [(3,)], frame(n=np.array([3], dtype="uint8"))),
    Pair("float32 of a short fraction", X, [(0.5,)], frame(x=np.array([0.5], dtype="float32"))),
    Pair("infinity", X, [(float("inf"),)], frame(x=[np.inf])),
    Pair("minus zero", X, [(0.0,)], frame(x=[-0.0])),
    Pair("minus infinity for infinity", X, [(float("inf"),)], frame(x=[-np.inf]), Is.SCALE),
    Pair("a last digit of a float", X, [(0.3,)], frame(x=[0.1 + 0.2])),
    Pair("the sixth digit of a float", X, [(0.333333333,)], frame(x=[0.333333]), Is.ROWS),
    Pair("rounded to two digits", KX, [("a", 1 / 3)], frame(k=["a"], x=[0.33]), Is.COLUMN),
    Pair("integers beyond 2 to the 53", N, [(2**53 + 1,)], frame(n=[2**53 + 1])),
    Pair("integers that floats confuse", N, [(2**53 + 1,)], frame(n=[2**53]), Is.ROWS),
    Pair("an integer with a fraction", N, [(3,)], frame(n=[3.0000001]), Is.ROWS),
    Pair("an integer beyond every float", X, [(1.5,)], frame(x=[10**400]), Is.ROWS),
    Pair("1 for true", B, [(True,)], frame(b=[1]), Is.TYPE),
    Pair("true for 1", N, [(1,)], frame(n=[True]), Is.TYPE),
    Pair("a nullable boolean", B, [(True,), (None,)], frame(b=[True, None])),
    Pair("a number as text", N, [(1,)], frame(n=["1"]), Is.TYPE),
    Pair("text as a number", T, [("1",)], frame(t=[1]), Is.TYPE),
    Pair("a wrong type in one row of two", N, [(1,), (2,)], frame(n=[1, "2"]), Is.TYPE),
    Pair("a list in a cell", T, [("a",)], frame(t=[["a"]]), Is.TYPE),
    Pair("bytes for text", T, [("a",)], frame(t=[b"a"]), Is.TYPE),
    # Dates and times.
    Pair("a date for its midnight", S, [(DAY,)], sql("SELECT DATE '2025-03-01' AS s")),
    Pair("a midnight for its date", D, [(DAY,)], sql("SELECT TIMESTAMP '2025-03-01' AS d")),
    Pair("a date of Python", D, [(DAY,)], frame(d=[dt.date(2025, 3, 1)])),
    Pair("date_trunc of a date", D, [(DAY,)], sql("SELECT date_trunc('month', DATE '2025-03-09') d")),
    Pair("nanoseconds", S, [(DAY,)], frame(s=pd.to_datetime(["2025-03-01"]).astype("M8[ns]"))),
    Pair("whole seconds", S, [(DAY,)], frame(s=np.array(["2025-03-01"], dtype="M8[s]"))),
    Pair("a period", D, [(DAY,)], frame(d=pd.period_range("2025-03", periods=1, freq="M"))),
    Pair("another day", D, [(DAY,)], frame(d=[NEXT]), Is.ROWS),
    Pair("a minute past midnight", D, [(DAY,)], frame(d=[DAY + dt.timedelta(minutes=1)]), Is.ROWS),
    Pair("a date as text", D, [(DAY,)], frame(d=["2025-03-01"]), Is.TYPE),
    Pair("a date as a number", D, [(DAY,)], frame(d=[20250301]), Is.TYPE),
    Pair("a duration for minutes", N, [(5,)], frame(n=[pd.Timedelta(minutes=5)]), Is.TYPE),
    Pair("a time with a zone", S, [(DAY,)], frame(s=[DAY.replace(tzinfo=UTC)]), Is.TYPE),
    Pair("TIMESTAMPTZ", S, [(DAY,)], frame(s=pd.to_datetime(["2025-03-01"]).tz_localize("CET")),
         Is.TYPE),
    # Text is exact.
    Pair("the same text", T, [("Straße",)], frame(t=["Straße"])),
    Pair("a space at the end", T, [("a",)], frame(t=["a "]), Is.ROWS),
    Pair("a capital", T, [("a",)], frame(t=["A"]), Is.ROWS),
    Pair("an accent written as two characters", T, [("é",)], frame(t=["e\u0301"]), Is.ROWS),
    # Where pandas keeps things.
    Pair("any index", N, [(1,)], pd.DataFrame({"n": [1]}, index=[17])),
    Pair("a key in the index", KV, [("a", 1)], frame(k=["a"], v=[1]).set_index("k"), Is.COLUMNS),
    Pair("a Series with a named index", KV, [("a", 1)],
         frame(k=["a"], v=[1]).set_index("k")["v"]),
    Pair("a categorical", T, [("a",), (None,)], frame(t=pd.Categorical(["a", None]))),
    Pair("an object column", T, [("a",)], frame(t=np.array(["a"], dtype=object))),
    Pair("an Arrow column", T, [("a",)], frame(t=pd.array(["a"], dtype="string[pyarrow]"))),
    Pair("large strings", T, [("a",)], pa.table({"t": pa.array(["a"], pa.large_string())})),
    Pair("a dictionary column", T, [("a",)], pa.table({"t": pa.array(["a"]).dictionary_encode()})),
    Pair("a lazy polars frame", KV, [("a", 1)], pl.LazyFrame({"k": ["a"], "v": [1]})),
    Pair("an empty result whose types are lost", KVX, [], pd.DataFrame(columns=["x", "v", "k"])),
    Pair("a column of nothing but missing values", KV, [(None, 1)], frame(k=[np.nan], v=[1])),
    # One column is wrong; one factor is between.
    Pair("percent for a fraction", KX, [("a", 0.5), ("b", 0.25)],
         frame(k=["b", "a"], x=[25.0, 50.0]), Is.SCALE),
    Pair("a fraction for percent", KX, [("a", 50.0)], frame(k=["a"], x=[0.5]), Is.SCALE),
    Pair("seconds for minutes", KV, [("a", 2), ("b", 3)], frame(k=["a", "b"], v=[120, 180]),
         Is.SCALE),
    Pair("hours for minutes", KX, [("a", 90.0)], frame(k=["a"], x=[1.5]), Is.SCALE),
    Pair("the sign", KV, [("a", 2), ("b", -3), ("c", 0)],
         frame(k=["a", "b", "c"], v=[-2, 3, 0]), Is.SCALE),
    Pair("percent beside a missing value", KX, [("a", 0.5), ("b", None)],
         frame(k=["a", "b"], x=[50.0, None]), Is.SCALE),
    Pair("percent where the other columns repeat", KX, [("a", 0.5), ("a", 0.25)],
         frame(k=["a", "a"], x=[25.0, 50.0]), Is.SCALE),
    Pair("percent in the only column", X, [(0.5,), (0.25,)], frame(x=[25.0, 50.0]), Is.SCALE),
    Pair("percent in one row of two", KX, [("a", 0.5), ("b", 0.25)],
         frame(k=["a", "b"], x=[50.0, 0.25]), Is.COLUMN),
    Pair("one column wrong", KVX, [("a", 1, 0.5), ("b", 2, 0.5)],
         frame(k=["a", "b"], v=[1, 1], x=[0.5, 0.5]), Is.COLUMN),
    Pair("two columns wrong", KVX, [("a", 1, 0.5)], frame(k=["a"], v=[2], x=[0.7]), Is.ROWS),
]  # fmt: skip
