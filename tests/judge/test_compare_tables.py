"""When a result is right, and how a wrong one is named."""

from __future__ import annotations

import itertools
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_pairs import KV, KVX, KX, PAIRS, frame

from grader.bank import Answer
from grader.bank.exercise import Tolerance
from grader.judge import FaultKind, compare
from grader.judge.cells import same_bag
from grader.sandbox import Kind, Outcome
from grader.table import NotATable, from_rows, from_value


def query(columns, order=""):
    return Answer("q", "query", 1, "", (), columns=columns, order=order)


def fault_of(columns, expected, actual, order=""):
    right = Outcome(Kind.VALUE, from_rows(list(columns), expected))
    return compare(query(columns, order), right, Outcome(Kind.VALUE, from_value(actual)))


def kind_of_fault(columns, expected, actual, order=""):
    fault = fault_of(columns, expected, actual, order)
    return fault.kind if fault else None


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.name for pair in PAIRS])
def test_equal_results_are_accepted_and_others_are_named(pair):
    assert kind_of_fault(pair.columns, pair.expected, pair.actual, pair.order) is pair.fault


def test_there_are_many_pairs_each_with_a_name_of_its_own():
    assert len({pair.name for pair in PAIRS}) == len(PAIRS) >= 70


# What a learner reads.


@pytest.mark.parametrize(
    ("columns", "expected", "actual", "order", "text"),
    [
        pytest.param(
            KV, [("a", 1)], frame(k=["a"], vv=[1]), "",
            'Missing: v. Not asked for: vv. Did you mean "v" by "vv"?', id="a misspelt column",
        ),
        pytest.param(
            KV, [("a", 1)], frame(k=["a"], v=[1]).set_index("k"), "",
            "k is in the index, not a column: call .reset_index().", id="a key in the index",
        ),
        pytest.param(
            {"d": "DATE"}, [("2025-03-01",)], frame(d=["2025-03-01"]), "",
            "d must be a date or time (DATE); yours holds text: '2025-03-01'.", id="a date as text",
        ),
        pytest.param(
            {"n": "BIGINT"}, [(1,)], frame(n=[pd.Timestamp("2025-03-01")]), "",
            "n must be a number (BIGINT); yours holds a date or time: 2025-03-01 00:00:00.",
            id="a date for a number",
        ),
        pytest.param(
            {"t": "VARCHAR"}, [("a",)], frame(t=[b"a"]), "",
            "t must be text (VARCHAR); yours holds bytes: b'a'.", id="bytes for text",
        ),
        pytest.param(
            KV, [("a", 1), ("b", 2), ("c", 3)], frame(k=["a", "c", "b"], v=[1, 3, 2]), "k",
            "Right rows, wrong order from row 2 on: order by k.", id="a wrong order",
        ),
        pytest.param(
            KV, [("a", 1)], frame(k=["a", "a"], v=[1, 1]), "",
            "The right rows, but not the right number of copies: 2 rows, not 1.", id="a copy too many",
        ),
        pytest.param(
            KV, [("a", 1), ("a", 1), ("b", 2)], frame(k=["a", "b", "b"], v=[1, 2, 2]), "",
            "The right rows, but not the right number of copies of each.", id="copies of another row",
        ),
        pytest.param(
            KX, [("a", 0.5)], frame(k=["a"], x=[50.0]), "",
            "x is right but for one factor: yours is 100 times as large (percent, or cents?).",
            id="percent",
        ),
        pytest.param(
            KV, [("a", 1)], frame(k=["a"], v=[3]), "", "Only the column v is wrong.", id="one column",
        ),
        pytest.param(
            KV, [("a", 1), ("b", 2)], frame(k=["a"], v=[1]), "", "One row is missing.",
            id="a missing row",
        ),
        pytest.param(
            KV, [("a", 1), ("b", 2), ("c", 3)], frame(k=["a", "x", "y"], v=[1, 1, 1]), "",
            "2 rows are missing and 2 rows should not be there.", id="other rows",
        ),
        pytest.param(
            KVX, [("a", 1, 1.0)], frame(k=["b"], v=[2], x=[3.5]), "", "The row is not right.",
            id="the only row",
        ),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_wrong(columns, expected, actual, order, text):
    assert fault_of(columns, expected, actual, order).text == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "it returned None (is there a return?), not a table (a DataFrame)."),
        (3, "it returned an int, not a table (a DataFrame)."),
        ([(1,)], "it returned a list, not a table (a DataFrame)."),
        ({"n": [1]}, "it returned a dict, not a table (a DataFrame)."),
        (
            frame(k=["a"], v=[1]).groupby("k").agg({"v": ["sum", "max"]}),
            "its columns have several levels; give each one plain name, for example with named "
            "aggregation: .agg(units=('quantity', 'sum')).",
        ),
        (
            pd.DataFrame({"n": range(200_001)}),
            "it has more than 200,000 rows; a join probably multiplies them.",
        ),
    ],
    ids=["nothing", "a number", "a list", "a dict", "columns of two levels", "far too many rows"],
)
def test_what_is_no_table_is_refused_with_a_reason(value, text):
    with pytest.raises(NotATable) as refusal:
        from_value(value)
    assert str(refusal.value) == text


# Laws.

CELLS = {
    "BIGINT": st.none() | st.integers(-3, 3),
    "DOUBLE": st.none() | st.sampled_from([0.0, 0.5, 1 / 3, 1e10, float("inf")]),
    "VARCHAR": st.none() | st.sampled_from(["", "a", "b", "ä"]),
    "BOOLEAN": st.none() | st.booleans(),
    "TIMESTAMP": st.none() | st.datetimes(allow_imaginary=False).map(lambda t: t.replace(fold=0)),
}
TYPES = {"n": "BIGINT", "x": "DOUBLE", "t": "VARCHAR", "b": "BOOLEAN", "s": "TIMESTAMP"}
ROWS = st.lists(st.tuples(*(CELLS[type_] for type_ in TYPES.values())), max_size=6)
SOME_ROWS = st.lists(st.tuples(*(CELLS[type_] for type_ in TYPES.values())), min_size=1, max_size=6)


def outcome(rows, columns=tuple(TYPES)):
    return Outcome(Kind.VALUE, from_rows(columns, rows))


@given(rows=ROWS, columns=st.permutations(range(len(TYPES))))
def test_a_table_equals_itself_with_its_columns_in_any_order(rows, columns):
    names = list(TYPES)
    other = outcome([[row[c] for c in columns] for row in rows], [names[c] for c in columns])
    assert compare(query(TYPES), outcome(rows), other) is None


@given(rows=ROWS, data=st.data())
def test_a_permutation_of_the_rows_is_equal_or_in_the_wrong_order(rows, data):
    shuffled = data.draw(st.permutations(rows))
    assert compare(query(TYPES), outcome(rows), outcome(shuffled)) is None
    fault = compare(query(TYPES, order="n"), outcome(rows), outcome(shuffled))
    if shuffled == rows:
        assert fault is None
    else:
        assert fault.kind is FaultKind.ORDER


@given(rows=SOME_ROWS, data=st.data())
def test_a_result_without_one_of_its_rows_is_never_accepted(rows, data):
    gone = data.draw(st.integers(0, len(rows) - 1))
    assert compare(query(TYPES), outcome(rows), outcome(rows[:gone] + rows[gone + 1 :]))


@given(rows=SOME_ROWS, data=st.data())
def test_a_result_with_one_of_its_rows_twice_is_never_accepted(rows, data):
    twice = data.draw(st.sampled_from(rows))
    assert compare(query(TYPES), outcome(rows), outcome([*rows, twice]))


@given(rows=ROWS)
def test_the_same_rows_from_any_library_are_equal(rows):
    arrow = pa.table(
        [pa.array(column, type_) for column, type_ in zip(
            zip(*rows, strict=True) if rows else [()] * 5,
            [pa.int64(), pa.float64(), pa.string(), pa.bool_(), pa.timestamp("us")],
            strict=True,
        )],
        names=list(TYPES),
    )  # fmt: skip
    forms = {
        "arrow": arrow,
        "pandas": arrow.to_pandas(),
        "pandas on arrow": arrow.to_pandas(types_mapper=pd.ArrowDtype),
        "polars": pl.from_arrow(arrow),
        "duckdb": duckdb.connect().from_arrow(arrow),
    }
    for library, form in forms.items():
        given_ = Outcome(Kind.VALUE, from_value(form))
        assert compare(query(TYPES), outcome(rows), given_) is None, library


@given(numbers=st.lists(st.integers(-(2**60), 2**60), min_size=1, max_size=5))
def test_a_whole_number_is_equal_in_every_type_that_can_hold_it(numbers):
    small = [number % 2**50 for number in numbers]
    expected = outcome([(number,) for number in small], ["n"])
    for convert in (int, float, Decimal):
        same = outcome([(convert(number),) for number in small], ["n"])
        assert compare(query({"n": "BIGINT"}), expected, same) is None
    huge = duckdb.connect().execute("SELECT unnest(?::HUGEINT[]) AS n", [numbers]).fetchall()
    exact = outcome([(number,) for number in numbers], ["n"])
    assert compare(query({"n": "BIGINT"}), exact, outcome(huge, ["n"])) is None


NOISY = st.lists(
    st.tuples(st.sampled_from([0.0, 0.4, 0.8, 1.2, None]), st.integers(0, 1)), max_size=5
)


@given(right=NOISY, rows=NOISY)
def test_matching_with_a_tolerance_agrees_with_trying_every_pairing(right, rows):
    """Values 0.4 apart and a tolerance of 0.5: each is equal to its neighbours and to no other."""

    def fits(one, other):
        (x, n), (y, m) = one, other
        near = x is y if None in (x, y) else abs(x - y) < 0.5
        return n == m and near

    by_force = len(right) == len(rows) and any(
        all(map(fits, right, other)) for other in itertools.permutations(rows)
    )
    assert same_bag(right, rows, [Tolerance(0.5, 0.5), None]) == by_force
