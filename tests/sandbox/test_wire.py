"""What crosses the border of the sandbox: plain data, nothing of the solutions, no forged result."""

from __future__ import annotations

import io
import json
from datetime import timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.bank import codefile, load_cases, load_exercise
from grader.plain import Odd
from grader.sandbox import Answers, Code, Failure, Kind, Outcome, Source, wire
from grader.table import Table

ZONES = st.sampled_from([None, timezone.utc, timezone(timedelta(hours=5, minutes=30))])  # noqa: UP017
ATOMS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.datetimes(allow_imaginary=False, timezones=ZONES).map(lambda time: time.replace(fold=0))
    | st.timedeltas()
    | st.builds(Odd, st.text(max_size=5), st.text(max_size=5))
)
TABLES = st.integers(0, 3).flatmap(
    lambda width: st.builds(
        Table,
        st.tuples(*[st.text(max_size=3)] * width),
        st.lists(st.tuples(*[ATOMS] * width), max_size=3).map(tuple),
        st.lists(st.text(max_size=3), max_size=2).map(tuple),
    )
)
VALUES = st.recursive(
    ATOMS | TABLES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)
FAILURES = st.builds(
    Failure,
    st.lists(st.text(min_size=1), min_size=1, max_size=3).map(tuple),
    st.text(),
    st.none() | st.integers(1, 999),
    st.text(),
)
OUTCOMES = st.builds(
    Outcome, st.sampled_from([Kind.VALUE, Kind.TIMEOUT, Kind.MEMORY]), VALUES
) | st.builds(Outcome, st.just(Kind.ERROR), st.none(), FAILURES)


def through_a_pipe(message):
    pipe = io.BytesIO()
    wire.send(pipe, message)
    pipe.seek(0)
    return wire.receive(pipe)


@given(value=VALUES)
def test_a_value_arrives_as_it_was_sent(value):
    arrived = wire.decode(through_a_pipe(wire.encode(value)))
    assert arrived == value
    assert repr(arrived) == repr(value)  # the types too: 1 is not True


@given(outcome=OUTCOMES)
def test_an_outcome_arrives_as_it_was_sent(outcome):
    assert wire.outcome_from_wire(through_a_pipe(wire.outcome_to_wire(outcome))) == outcome


def test_whatever_is_no_plain_data_arrives_as_its_type_and_a_text():
    assert wire.decode(wire.encode(object)) == Odd("type", "<class 'object'>")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.fixed_dictionaries(
            {"$": st.sampled_from(["float", "tuple", "dict", "time", "duration", "table", "odd"]),
             "v": inner}
        )
    ),
    max_leaves=8,
)  # fmt: skip
FORGED = JSON | st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["value", "error", "timeout", "memory"]) | JSON,
        "value": JSON,
        "failure": JSON
        | st.fixed_dictionaries({"types": JSON, "text": JSON, "line": JSON, "source": JSON}),
        "changed": JSON,
    }
)
ERROR = {"kind": "error", "value": None, "changed": []}


@given(message=FORGED)
@example(message={**ERROR, "failure": None})
@example(message={**ERROR, "failure": {"types": [], "text": "", "line": None, "source": ""}})
@example(
    message={**ERROR, "failure": {"types": ["E"], "text": "", "line": float("inf"), "source": ""}}
)
@example(message={"kind": "value", "failure": None, "changed": [],
                  "value": {"$": "duration", "v": [10**12, 0, 0]}})  # fmt: skip
@example(message={"kind": "value", "failure": None, "changed": [],
                  "value": {"$": "table", "v": [["a"], [[1, 2]], []]}})  # fmt: skip
def test_garbage_is_an_outcome_that_is_well_formed_or_a_value_error(message):
    try:
        outcome = wire.outcome_from_wire(message)
    except ValueError:
        return
    assert (outcome.kind is Kind.ERROR) == (outcome.failure is not None)
    assert wire.outcome_from_wire(wire.outcome_to_wire(outcome)).kind is outcome.kind


def test_a_table_whose_rows_differ_in_width_is_refused():
    with pytest.raises(ValueError, match="differ in width"):
        wire.decode({"$": "table", "v": [["a", "b"], [[1]], []]})


@given(text=st.binary(max_size=40))
def test_bytes_that_are_no_frame_are_refused(text):
    pipe = io.BytesIO(text)
    with pytest.raises((EOFError, ValueError)):
        while True:
            wire.receive(pipe)


def test_a_frame_that_claims_to_be_huge_is_not_read():
    with pytest.raises(ValueError, match="a frame of"):
        wire.receive(io.BytesIO((2**60).to_bytes(8, "big")))


def test_the_job_holds_shapes_and_the_learners_code_and_nothing_of_the_solution(toy):
    exercise = load_exercise("spending")
    answers = Answers({"customer_spend": Code("customer_spend", "sql", "SELECT 'mine'")},
                      (Source("<cell 1>", "x = 1"),))  # fmt: skip
    sent = json.dumps(wire.job_to_wire(exercise, answers))
    assert "SELECT 'mine'" in sent
    for answer in exercise.answers.values():
        own = [*codefile.solutions(exercise, answer), *codefile.right_answers(exercise, answer)]
        own += [known.code for known in codefile.misconceptions(exercise, answer)]
        lines = {line.strip() for code in own for line in code.text.splitlines()}
        assert not [line for line in lines if len(line) > 8 and line in sent]
        assert not [hint for hint in answer.hints if hint in sent]
    assert "as_of_left_out" not in sent


def test_a_job_arrives_with_the_shapes_that_running_needs(toy):
    exercise = load_exercise("spending")
    sent = through_a_pipe(
        wire.job_to_wire(exercise, Answers({"a": Code("a", "sql", "b")}, lenient=True))
    )
    arrived, answers = wire.job_from_wire(sent)
    assert arrived.tables == exercise.tables
    assert {n: a.inputs for n, a in arrived.answers.items()} == {
        n: a.inputs for n, a in exercise.answers.items()
    }
    assert answers == Answers({"a": Code("a", "sql", "b")}, (), lenient=True)


def test_expected_results_stay_on_this_side(toy):
    """A request is made of the answer's name, the inputs and the time: the case itself is not sent."""
    case = load_cases(load_exercise("spending")).cases[0]
    assert case.expected
    request = json.dumps(wire.encode(dict(case.inputs)))
    assert case.name not in request
    assert "6.5" not in request
