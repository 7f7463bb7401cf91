"""Compare the outcome of an answer with the expected one, and name what is wrong."""

from __future__ import annotations

from grader.bank.exercise import Answer
from grader.judge.compare_tables import compare_tables
from grader.judge.compare_values import compare_values
from grader.judge.fault import Fault, FaultKind
from grader.sandbox.outcome import Kind, Outcome
from grader.table import Table

_NO_RESULT = {
    Kind.TIMEOUT: Fault(FaultKind.TIMEOUT, "It did not finish within the time limit."),
    Kind.MEMORY: Fault(FaultKind.MEMORY, "It needed more memory than an answer may use."),
}


def compare(answer: Answer, expected: Outcome, actual: Outcome) -> Fault | None:
    """None when `actual` is right; else the first thing a teacher would point at."""
    if actual.kind in _NO_RESULT:
        return _NO_RESULT[actual.kind]
    if expected.kind is Kind.ERROR:
        return _compare_errors(expected, actual)
    if actual.kind is Kind.ERROR:
        assert actual.failure
        return Fault(FaultKind.ERROR, actual.failure.sentence)
    if isinstance(expected.value, Table):
        if not isinstance(actual.value, Table):
            return Fault(FaultKind.TYPE, "It gives no table.")
        return compare_tables(answer, expected.value, actual.value)
    return compare_values(answer, expected.value, actual.value)


def _compare_errors(expected: Outcome, actual: Outcome) -> Fault | None:
    assert expected.failure
    wanted = expected.failure.name
    if actual.kind is not Kind.ERROR:
        return Fault(FaultKind.NO_ERROR, f"It returned a value; this input must raise {wanted}.")
    assert actual.failure
    if wanted in actual.failure.types:
        return None
    text = f"This input must raise {wanted}. {actual.failure.sentence}"
    return Fault(FaultKind.ERROR, text)
