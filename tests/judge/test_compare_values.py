"""When the value of a function is right, and how a wrong one is named."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.bank import Answer
from grader.judge import compare
from grader.judge.fault import FaultKind as Is
from grader.plain import plain
from grader.sandbox import Failure, Kind, Outcome


def fault_of(expected, actual, returns="a value"):
    answer = Answer("f", "function", 1, "", (), returns=returns)
    right, given_ = Outcome(Kind.VALUE, plain(expected)), Outcome(Kind.VALUE, plain(actual))
    return compare(answer, right, given_)


class Text(str):
    """A learner's own class, which may lie about being equal."""

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


@pytest.mark.parametrize(
    ("expected", "actual", "kind"),
    [
        pytest.param(3, 3, None, id="the same integer"),
        pytest.param(3, np.int64(3), None, id="a numpy integer"),
        pytest.param(3, 3.0, Is.TYPE, id="a float for an integer"),
        pytest.param(1, True, Is.TYPE, id="true for 1"),
        pytest.param(True, 1, Is.TYPE, id="1 for true"),
        pytest.param(3.0, 3, None, id="an integer for a float"),
        pytest.param(0.3, 0.1 + 0.2, None, id="a last digit of a float"),
        pytest.param(0.3, 0.31, Is.VALUE, id="another float"),
        pytest.param(1.5, 10**400, Is.VALUE, id="an integer beyond every float"),
        pytest.param(10**30, 10**30, None, id="a long integer"),
        pytest.param(10**30, 10**30 + 1, Is.VALUE, id="a long integer, its last digit"),
        pytest.param(3, 10**20_000, Is.TYPE, id="an integer too long to be shown"),
        pytest.param(0.5, 50.0, Is.SCALE, id="percent"),
        pytest.param(2, 120, Is.SCALE, id="seconds for minutes"),
        pytest.param("a", "a", None, id="the same text"),
        pytest.param("a", "A", Is.VALUE, id="another text"),
        pytest.param("1", 1, Is.TYPE, id="a number for text"),
        pytest.param("a", Text("b"), Is.TYPE, id="a text that claims to be equal"),
        pytest.param(None, None, None, id="None for None"),
        pytest.param(0, None, Is.TYPE, id="None for 0"),
        pytest.param(None, 0, Is.VALUE, id="0 for None"),
        pytest.param([1, 2], [1, 2], None, id="the same list"),
        pytest.param([1, 2], (1, 2), None, id="a tuple for a list"),
        pytest.param([1, 2], np.array([1, 2]), None, id="an array for a list"),
        pytest.param([1, 2], [2, 1], Is.ORDER, id="another order"),
        pytest.param([1, 1, 2], [1, 2], Is.COPIES, id="a copy too few"),
        pytest.param([1, 2], [1], Is.VALUE, id="an item too few"),
        pytest.param([1, 2], {1, 2}, Is.TYPE, id="a set for a list"),
        pytest.param([1, 2], iter([1, 2]), Is.TYPE, id="an iterator for a list"),
        pytest.param([1, 2], pd.Series([1, 2]), Is.TYPE, id="a Series for a list"),
        pytest.param([1, 2], [1, "2"], Is.TYPE, id="text in a list of numbers"),
        pytest.param([("a", 1)], [["a", 1]], None, id="pairs as lists"),
        pytest.param([("a", 1)], [("a", 1.0)], Is.TYPE, id="a float in a pair"),
        pytest.param([("a", 1)], [("a",)], Is.VALUE, id="half a pair"),
        pytest.param([], [], None, id="the empty list"),
        pytest.param([], None, Is.TYPE, id="None for the empty list"),
        pytest.param({"a": 1}, {"a": 1}, None, id="the same dictionary"),
        pytest.param({"a": 1, "b": 2}, {"b": 2, "a": 1}, None, id="keys in another order"),
        pytest.param({"a": 1}, {"a": 2}, Is.VALUE, id="another value in a dictionary"),
        pytest.param({"a": 1}, {"a": 1, "b": 2}, Is.VALUE, id="a key too many"),
        pytest.param({"a": 1}, {"a": True}, Is.VALUE, id="true for 1 in a dictionary"),
    ],
)
def test_equal_values_are_accepted_and_others_are_named(expected, actual, kind):
    fault = fault_of(expected, actual)
    assert (fault.kind if fault else None) == kind


@pytest.mark.parametrize(
    ("expected", "actual", "text"),
    [
        pytest.param(
            [1], {1}, "It must return list[int]: yours holds a set, {1}.", id="a set for a list"
        ),
        pytest.param(
            [1], None, "It must return list[int]: yours holds None.", id="nothing for a list"
        ),
        pytest.param(
            [1],
            [1.5],
            "It must return list[int]: yours holds the float 1.5 where the int 1 belongs.",
            id="a float",
        ),
        pytest.param([1, 2], [2, 1], "The right items, in a wrong order.", id="another order"),
        pytest.param(
            [1, 2, 3], [3, 4], "2 items are missing and 1 item is not asked for.", id="other items"
        ),
    ],
)
def test_the_sentence_says_what_is_wrong(expected, actual, text):
    assert fault_of(expected, actual, returns="list[int]").text == text


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(value=PLAIN)
def test_every_plain_value_equals_itself(value):
    assert fault_of(value, value) is None


@given(expected=PLAIN, actual=PLAIN)
def test_no_two_values_make_the_comparison_fail(expected, actual):
    fault = fault_of(expected, actual)
    assert fault is None or fault.text


# Errors that the contract asks for.


def failure(*types):
    return Outcome(Kind.ERROR, failure=Failure((*types, "Exception"), "no"))


@pytest.mark.parametrize(
    ("actual", "text"),
    [
        pytest.param(failure("ValueError"), None, id="the error itself"),
        pytest.param(failure("UnicodeError", "ValueError"), None, id="a special case of it"),
        pytest.param(
            failure("KeyError", "LookupError"),
            "This input must raise ValueError. It stops with KeyError: no",
            id="another error",
        ),
        pytest.param(
            Outcome(Kind.VALUE, []),
            "It returned a value; this input must raise ValueError.",
            id="no error",
        ),
        pytest.param(
            Outcome(Kind.TIMEOUT), "It did not finish within the time limit.", id="no result"
        ),
    ],
)
def test_an_error_that_the_contract_asks_for_must_be_raised(actual, text):
    fault = compare(Answer("f", "function", 1, "", ()), failure("ValueError"), actual)
    assert (fault.text if fault else None) == text
