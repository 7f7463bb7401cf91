"""The counterexample: the smallest valid input on which an answer is wrong in the same way."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.bank import TableSpec, codefile
from grader.bank.exercise import Column
from grader.judge import FaultKind, compare
from grader.judge.shrink_tables import shrink_tables
from grader.judge.shrink_values import count_items, shrink_values

SPEND = """
    SELECT {key} AS customer_id, {orders} AS orders, {spend} AS spend
    FROM customers c {join} JOIN orders o ON {on}, params p
    WHERE {where} GROUP BY ALL ORDER BY {order}
"""
RIGHT = {
    "key": "c.customer_id",
    "orders": "COUNT(o.order_id)",
    "spend": "COALESCE(SUM(o.amount), 0)",
    "join": "LEFT",
    "on": "o.customer_id = c.customer_id AND o.ordered_on <= (SELECT as_of FROM params)",
    "where": "true",
    "order": "1",
}


def spend(**mistake: str) -> str:
    return SPEND.format(**{**RIGHT, **mistake})


MISTAKES = [
    ("customers without orders lost", {"join": "INNER"}, 1),
    ("rows counted", {"orders": "COUNT(*)"}, 1),
    ("later orders counted", {"on": "o.customer_id = c.customer_id"}, 2),
    ("today left out", {"on": RIGHT["on"].replace("<=", "<")}, 2),
    ("NULL for no spending", {"spend": "SUM(o.amount)"}, 1),
    ("equal amounts counted once", {"spend": "COALESCE(SUM(DISTINCT o.amount), 0)"}, 3),
    ("the largest for the sum", {"spend": "COALESCE(MAX(o.amount), 0)"}, 3),
    ("missing amounts not counted", {"orders": "COUNT(o.amount)"}, 2),
    ("in cents", {"spend": "100 * COALESCE(SUM(o.amount), 0)"}, 2),
    ("the other way round", {"order": "1 DESC"}, 2),
    ("in no order", {"order": "MIN(c.customer_id) % 3 DESC"}, 2),
    ("every order for every customer", {"on": "true"}, 2),
]


@pytest.mark.parametrize(
    ("mistake", "rows"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_textbook_mistake_is_shown_on_as_few_rows_as_there_can_be(spending, mistake, rows):
    assert spending.sql("customer_spend", spend(**mistake)).counterexample.rows == rows


@pytest.mark.parametrize("mistake", [m[1] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_counterexample_is_valid_smaller_and_wrong_in_the_same_way(spending, mistake):
    text = spend(**mistake)
    found = spending.sql("customer_spend", text).counterexample
    inputs = dict(found.inputs)
    assert spending.book.violation("customer_spend", inputs) is None
    assert sum(map(len, inputs.values())) <= sum(map(len, found.case.inputs.values()))
    answer = spending.exercise.answers["customer_spend"]
    again = spending.runner("customer_spend", text, "sql").run("customer_spend", inputs, 5)
    fault = compare(answer, spending.reference.expected("customer_spend", inputs), again)
    assert (fault, again) == (found.fault, found.actual)
    original = spending.runner("customer_spend", text, "sql").run(
        "customer_spend", found.case.inputs, 5
    )
    before = compare(
        answer, spending.reference.expected("customer_spend", found.case.inputs), original
    )
    assert (fault.kind is FaultKind.ORDER) == (before.kind is FaultKind.ORDER)


def test_shrinking_the_same_answer_again_gives_the_same(spending):
    for mistake in (MISTAKES[0][1], MISTAKES[5][1]):
        first, again = (spending.sql("customer_spend", spend(**mistake)) for _ in range(2))
        assert first.counterexample == again.counterexample


def test_values_are_made_plain_where_they_make_no_difference(spending):
    found = spending.sql("customer_spend", spend(on="o.customer_id = c.customer_id")).counterexample
    (customer,), (order,) = found.inputs["customers"], found.inputs["orders"]
    assert customer[0] == 1
    assert order[:2] == (1, 1)
    assert (order[3].hour, order[3].minute) == (0, 0)


def test_an_error_stays_that_error(spending):
    """Empty tables make another error: the smallest input must not turn the one into the other."""
    code = textwrap.dedent("""
        def customer_spend(customers, orders, params):
            if not len(customers):
                raise IndexError("nobody")
            if orders["amount"].isna().any():
                raise KeyError("a missing amount")
            return customers
    """)
    found = spending.python("customer_spend", code).counterexample
    assert found.fault.kind is not FaultKind.ERROR
    both = code.replace("return customers", "raise KeyError(len(orders))")
    found = spending.python("customer_spend", both).counterexample
    assert found.actual.failure.name in ("KeyError", "IndexError")
    assert found.fault.kind is FaultKind.ERROR


def test_an_answer_that_cannot_run_has_no_counterexample(spending):
    for code in ("SELEKT 1", "SELECT nothing FROM customers", "SELECT * FROM nowhere"):
        assert spending.sql("customer_spend", code).counterexample is None


def test_an_answer_that_needs_too_long_has_no_counterexample(longest_runs):
    code = "def longest_runs(text, k):\n    while True: pass"
    assert longest_runs.python("longest_runs", code, seconds=0.2).counterexample is None


@pytest.mark.parametrize(
    ("mistake", "items"),
    [
        ("return sorted(runs, key=lambda run: (-run[1], run[0]))[: k + 1]", 2),
        ("return sorted(runs, key=lambda run: -run[1])[:k]", 2),
        ("return sorted(runs)[:k]", 2),
        ("return runs[:k]", 2),
        ("return [list(run) + [0] for run in runs][:k]", 2),
    ],
    ids=["one too many", "ties as they come", "by letter", "unsorted", "triples"],
)
def test_the_arguments_of_a_function_are_shrunk_too(longest_runs, mistake, items):
    right = codefile.solution(longest_runs.exercise, longest_runs.exercise.answers["longest_runs"])
    code = right.text.replace("return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]", mistake)
    assert code != right.text
    found = longest_runs.python("longest_runs", code).counterexample
    assert found.rows == items
    assert len(found.inputs["text"]) <= 3
    assert found.inputs["k"] <= 2


# The laws of shrinking, whatever it is that fails.

SPECS = {
    "people": TableSpec(
        "people", (Column("person_id", "BIGINT", unique=True), Column("age", "BIGINT"))
    ),
    "visits": TableSpec("visits", (Column("person_id", "BIGINT"), Column("place", "VARCHAR"))),
}
TABLES = st.fixed_dictionaries(
    {
        "people": st.lists(st.tuples(st.integers(1, 9), st.none() | st.integers(0, 99)),
                           max_size=6, unique_by=lambda row: row[0]).map(tuple),
        "visits": st.lists(st.tuples(st.none() | st.integers(1, 9), st.sampled_from(["a", "b"])),
                           max_size=6).map(tuple),
    }
)  # fmt: skip


def old_people(tables):
    return any(age is not None and age > 30 for _, age in tables["people"])


def a_visit_of_somebody_known(tables):
    return {person for person, _ in tables["people"]} & {
        person for person, _ in tables["visits"]
    } != set()


def two_places(tables):
    return len({place for _, place in tables["visits"]}) == 2


@given(tables=TABLES, fails=st.sampled_from([old_people, a_visit_of_somebody_known, two_places]))
def test_shrunk_tables_still_fail_and_are_as_few_rows_as_can_be(tables, fails):
    if not fails(tables):
        return
    smallest = shrink_tables(SPECS, tables, fails)
    assert fails(smallest)
    least = {old_people: 1, a_visit_of_somebody_known: 2, two_places: 2}[fails]
    assert sum(map(len, smallest.values())) == least
    assert shrink_tables(SPECS, tables, fails) == smallest


ARGUMENTS = st.fixed_dictionaries(
    {"words": st.lists(st.none() | st.text(max_size=5), max_size=5), "k": st.integers(-9, 99),
     "counts": st.dictionaries(st.text(max_size=2), st.integers(-5, 50), max_size=4)}
)  # fmt: skip


def a_long_word(arguments):
    return any(word and len(word) > 2 for word in arguments["words"])


def k_beyond_the_words(arguments):
    return arguments["k"] > len(arguments["words"])


def a_negative_count(arguments):
    return any(count < 0 for count in arguments["counts"].values())


@given(
    arguments=ARGUMENTS, fails=st.sampled_from([a_long_word, k_beyond_the_words, a_negative_count])
)
def test_shrunk_arguments_still_fail_and_are_no_larger(arguments, fails):
    if not fails(arguments):
        return
    smallest = shrink_values(arguments, fails)
    assert fails(smallest)
    assert sum(map(count_items, smallest.values())) <= sum(map(count_items, arguments.values()))
    assert {name: type(value) for name, value in smallest.items()} == {
        name: type(value) for name, value in arguments.items()
    }
    assert shrink_values(arguments, fails) == smallest
    if fails is a_long_word:
        assert (len(smallest["words"]), len(smallest["words"][0]), smallest["counts"]) == (1, 3, {})
