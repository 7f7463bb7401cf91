"""Inputs as a Python answer meets them: the contract's *Input types*, which are DuckDB's own."""

from __future__ import annotations

from datetime import datetime

import duckdb
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.bank import TableSpec
from grader.bank.exercise import Column
from grader.sandbox.database import Database
from grader.sandbox.inputs import frame

DAY = datetime(2025, 3, 1)
NOON = datetime(2025, 3, 1, 12, 30, 15, 123456)
SPEC = TableSpec(
    "t",
    (
        Column("n", "BIGINT"),
        Column("x", "DOUBLE"),
        Column("s", "VARCHAR"),
        Column("b", "BOOLEAN"),
        Column("d", "DATE"),
        Column("at", "TIMESTAMP"),
    ),
)
FULL = (1, 0.5, "a", True, DAY, NOON)
EMPTY = (None,) * 6


@pytest.mark.parametrize(
    ("rows", "dtypes"),
    [
        ([FULL], ["int64", "float64", "str", "bool", "datetime64[us]", "datetime64[us]"]),
        ([FULL, EMPTY], ["Int64", "float64", "str", "boolean", "datetime64[us]", "datetime64[us]"]),
        ([EMPTY], ["Int64", "float64", "str", "boolean", "datetime64[us]", "datetime64[us]"]),
        ([], ["int64", "float64", "str", "bool", "datetime64[us]", "datetime64[us]"]),
    ],
    ids=["nothing missing", "some missing", "all missing", "no rows"],
)
def test_columns_have_the_types_of_the_contract(rows, dtypes):
    assert [str(dtype) for dtype in frame(SPEC, rows).dtypes] == dtypes


def by_duckdb(rows):
    connection = duckdb.connect()
    columns = ", ".join(f'"{column.name}" {column.type}' for column in SPEC.columns)
    connection.execute(f"CREATE TABLE t ({columns})")
    if rows:
        connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * 6)})", rows)
    # The contract is firmer than DuckDB, which calls a column without any text "object".
    return connection.table("t").df().astype({"s": "str"})


@pytest.mark.parametrize(
    "rows",
    [[FULL], [FULL, EMPTY], [EMPTY], []],
    ids=["nothing missing", "some missing", "all missing", "no rows"],
)
def test_a_frame_is_what_duckdb_itself_would_give(rows):
    pd.testing.assert_frame_equal(frame(SPEC, rows), by_duckdb(rows))


def test_the_index_counts_from_zero():
    assert frame(SPEC, [FULL, EMPTY]).index.equals(pd.RangeIndex(2))


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
ROW = st.tuples(
    st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
    st.none() | st.floats(allow_nan=False),
    st.none() | TEXT,
    st.none() | st.booleans(),
    st.none() | st.dates().map(lambda day: datetime(day.year, day.month, day.day)),
    st.none() | st.datetimes(allow_imaginary=False).map(lambda time: time.replace(fold=0)),
)


@given(rows=st.lists(ROW, max_size=4))
@example(rows=[(1, 0.30000000000000004, "it's", True, DAY, NOON)])
@example(rows=[(1, 1e-300, "--", True, DAY, NOON)])
def test_a_query_sees_the_very_values_that_a_function_sees(rows):
    rows = tuple(rows)
    given_ = Database({"t": SPEC}).query("FROM t", {"t": rows}, 30, {})
    assert given_.columns == SPEC.names
    assert given_.rows == rows
