"""Whatever a sandbox says, what is made of it is an outcome of plain data, or a ValueError."""

from __future__ import annotations

import copy
import io
import json
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from grader.bank import load_cases, load_exercise
from grader.judge import Reference, judge
from grader.plain import Odd
from grader.report import as_text, facts
from grader.sandbox import Failure, Kind, Outcome, wire
from grader.table import Table

ATOMS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.datetimes()
    | st.timedeltas()
    | st.builds(Odd, st.text(max_size=5), st.text(max_size=5))
)
TABLES = st.integers(0, 3).flatmap(
    lambda width: st.builds(
        Table,
        st.tuples(*[st.text(max_size=3)] * width),
        st.lists(st.tuples(*[ATOMS] * width), max_size=3).map(tuple),
        st.lists(st.text(max_size=3), max_size=1).map(tuple),
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
    st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=3).map(tuple),
    st.text(max_size=9),
    st.none() | st.integers(1, 99),
    st.text(max_size=9),
)
OUTCOMES = st.builds(
    Outcome,
    st.sampled_from([Kind.VALUE, Kind.TIMEOUT, Kind.MEMORY]),
    VALUES,
    changed=st.lists(st.text(max_size=4), max_size=2).map(tuple),
) | st.builds(Outcome, st.just(Kind.ERROR), st.none(), FAILURES)
MESSAGES = st.builds(
    lambda number, outcome: {"number": number, **wire.outcome_to_wire(outcome)},
    st.integers(1, 99),
    OUTCOMES,
)

TAGS = ["float", "tuple", "dict", "time", "duration", "table", "odd", "$", "Outcome", ""]
SURROGATES = st.characters(categories=["Cs"])
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([2**61 - 1, 10**400, -1, 1e308, "error", "value"])
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=4)
    | SURROGATES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.builds(lambda tag, body: {"$": tag, "v": body}, st.sampled_from(TAGS), inner)
    ),
    max_leaves=6,
)


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every place in a JSON value: the container and the key or index in it."""
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    here = [(node, key) for key in list(keys)]
    return here + [place for container, key in here for place in places(container[key])]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A valid message in which some places hold something else, are gone, doubled, or exchanged."""
    message = copy.deepcopy(draw(MESSAGES))
    for _ in range(draw(st.integers(1, 4))):
        container, key = draw(st.sampled_from(places(message) or [({"": None}, "")]))
        change = draw(st.sampled_from(["replace", "drop", "double", "swap", "wrap"]))
        if change == "replace":
            container[key] = draw(JSON)
        elif change == "drop":
            del container[key]
        elif change == "double" and isinstance(container, list):
            container.insert(key, copy.deepcopy(container[key]))
        elif change == "swap":
            other, there = draw(st.sampled_from(places(message)))
            first, second = copy.deepcopy(container[key]), copy.deepcopy(other[there])
            container[key] = second
            if there in other if isinstance(other, dict) else there < len(other):
                other[there] = first
        else:
            container[key] = {"$": draw(st.sampled_from(TAGS)), "v": container[key]}
        assume(isinstance(message, dict) and message)
    return message


@settings(max_examples=600)
@given(message=mutated())
@example(message={"kind": "value", "value": {"$": "dict", "v": [[[], 1]]}, "failure": None,
                  "changed": []})  # fmt: skip
def test_a_mutated_outcome_is_plain_data_or_a_value_error(message):
    try:
        outcome = wire.outcome_from_wire(message)
    except ValueError:
        return
    assert_plain(outcome)


@settings(max_examples=600)
@given(message=mutated())
def test_what_was_decoded_is_stable(message):
    """Encoded and decoded again it is the same, so no later reader sees something else."""
    try:
        outcome = wire.outcome_from_wire(message)
    except ValueError:
        return
    again = wire.outcome_from_wire(json.loads(json.dumps(wire.outcome_to_wire(outcome))))
    assert repr(again) == repr(outcome)


@settings(max_examples=400)
@given(message=MESSAGES, data=st.data())
def test_flipped_bytes_of_a_frame_are_a_message_or_refused(message, data):
    pipe = io.BytesIO()
    wire.send(pipe, message)
    frame = bytearray(pipe.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert_plain(wire.outcome_from_wire(wire.receive(io.BytesIO(bytes(frame)))))
    except (ValueError, EOFError):
        return


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 1_000_000,
        b'{"number":' * 200_000,
        b'{"number": 1, "value": ' + b'{"$": "tuple", "v": [' * 50_000 + b"]}" * 50_000 + b"}",
        b'{"number": ' + b"9" * 100_000 + b"}",
        b'{"number": NaN}',
        b"\xff\xfe",
        b"",
    ],
    ids=["brackets", "objects", "tags", "digits", "NaN", "no UTF-8", "nothing"],
)
def test_a_poisonous_frame_is_refused(body):
    frame = len(body).to_bytes(8, "big") + body
    with pytest.raises((ValueError, RecursionError)):
        wire.outcome_from_wire(wire.receive(io.BytesIO(frame)))


@pytest.mark.parametrize("length", [wire.MAX_FRAME + 1, 2**63, 2**64 - 1])
def test_a_frame_beyond_the_cap_is_not_read(length):
    pipe = io.BytesIO(length.to_bytes(8, "big") + b"{}")
    with pytest.raises(ValueError, match="a frame of"):
        wire.receive(pipe)
    assert pipe.tell() == 8


def assert_plain(outcome: Outcome) -> None:
    """By exact type: an outcome, a failure and values that no learner's class can hide in."""
    assert type(outcome) is Outcome
    assert type(outcome.kind) is Kind
    assert (outcome.kind is Kind.ERROR) == (outcome.failure is not None)
    assert all(type(name) is str for name in outcome.changed)
    if outcome.failure:
        assert type(outcome.failure.line) in (int, type(None))
        texts = (*outcome.failure.types, outcome.failure.text, outcome.failure.source)
        assert {type(text) for text in texts} == {str}
        assert str(outcome.failure) is not None
    assert_plain_value(outcome.value)


def assert_plain_value(value: Any) -> None:
    if type(value) in (list, tuple):
        for item in value:
            assert_plain_value(item)
    elif type(value) is dict:
        for key, item in value.items():
            assert_plain_value(key)
            assert_plain_value(item)
    elif type(value) is Table:
        assert all(type(name) is str for name in (*value.columns, *value.index))
        assert all(len(row) == len(value.columns) for row in value.rows)
        for row in value.rows:
            assert_plain_value(row)
    elif type(value) is Odd:
        assert {type(getattr(value, field.name)) for field in fields(value)} == {str}
    else:
        assert type(value) in (type(None), bool, int, float, str, datetime, timedelta)


class Hostile:
    """A runner that says the same odd thing whatever it is asked."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def run(self, answer: str, inputs: Any, seconds: float) -> Outcome:
        return self.outcome

    def run_each(self, answer: str, batch: Any, seconds: float) -> None:
        return None


ODD_TABLES = st.builds(
    lambda columns, rows, index: {"$": "table", "v": [columns, rows, index]},
    st.sampled_from([["customer_id", "spend"], ["customer_id"], [], ["customer_id", "customer_id"]])
    | st.lists(st.text(max_size=3), max_size=3),
    st.lists(st.lists(JSON, min_size=1, max_size=2), max_size=3),
    st.lists(st.text(max_size=3), max_size=1),
)
ODD_OUTCOMES = mutated() | st.builds(
    lambda value: {"kind": "value", "value": value, "failure": None, "changed": []},
    ODD_TABLES | JSON,
)


@settings(max_examples=150)
@given(message=ODD_OUTCOMES)
@pytest.mark.parametrize("name", ["customer_spend", "longest_runs"])
def test_the_judge_survives_whatever_was_decoded(name, toy_judges, message):
    """A verdict, no exception; and the report about it can be written down."""
    try:
        outcome = wire.outcome_from_wire(message)
    except ValueError:
        return
    exercise, book, reference = toy_judges[name]
    verdict = judge(name, book, reference, Hostile(outcome))
    assert not verdict.correct
    as_text(facts(exercise, verdict, "")).encode("utf-8", "strict")


@pytest.fixture(scope="module")
def toy_judges():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_HOME", str(Path(__file__).parents[1] / "toy"))
        exercises = {"customer_spend": "spending", "longest_runs": "longest_runs"}
        judges = {}
        for name, exercise_id in exercises.items():
            exercise = load_exercise(exercise_id)
            judges[name] = (exercise, load_cases(exercise), Reference(exercise))
        yield judges
