"""The smallest input on which an answer is wrong in the same way."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from typing import Any

from grader.bank.cases import CaseBook, CheckedCase
from grader.bank.exercise import Answer
from grader.judge.compare import compare
from grader.judge.fault import Fault, FaultKind
from grader.judge.reference import Reference
from grader.judge.shrink_tables import shrink_tables
from grader.judge.shrink_values import count_items, shrink_values
from grader.judge.verdict import Counterexample
from grader.sandbox import Failure, Outcome, Runner

_SHRINK_SECONDS = 8.0
"""A slow answer is shown a larger example rather than kept waiting; others never come near."""


def find_counterexample(
    answer: Answer,
    book: CaseBook,
    reference: Reference,
    runner: Runner,
    case: CheckedCase,
    actual: Outcome,
    seconds: float,
) -> Counterexample | None:
    """Shrink a failing case while the contract allows the input and the failure stays of its kind.

    None where an input would explain nothing: an answer that ran out of time or memory, or that
    fails on every input alike because it cannot be run.
    """
    fault = compare(answer, reference.expected(answer.name, case.inputs), actual)
    assert fault
    if fault.kind in _NO_RESULT or never_runs(actual.failure):
        return None

    enough = time.monotonic() + _SHRINK_SECONDS

    def fails(inputs: Mapping[str, Any]) -> bool:
        if time.monotonic() > enough or book.violation(answer.name, inputs):
            return False
        found = _fault(answer, reference, runner, inputs, seconds)
        return found is not None and _same_failure((fault, actual), found)

    shrink = (
        partial(shrink_tables, book.exercise.tables) if answer.kind == "query" else shrink_values
    )
    smallest = shrink(case.inputs, fails)
    found = _fault(answer, reference, runner, smallest, seconds)
    if found is None:  # an answer that does not do the same twice
        return None
    return Counterexample(
        case=case,
        inputs={name: smallest[name] for name in answer.inputs},
        expected=reference.expected(answer.name, smallest),
        actual=found[1],
        fault=found[0],
        rows=size(answer, smallest, book),
    )


def never_runs(failure: Failure | None) -> bool:
    """Whether the answer failed before any input mattered."""
    return failure is not None and failure.name in _NEVER_RUN


_NEVER_RUN = (
    *("not a query", "not a function", "no function", "wrong parameters"),
    *("ended process", "disturbed process"),
    *("SyntaxError", "ParserException", "BinderException", "CatalogException"),
    "PermissionException",
    *("NameError", "ImportError", "ModuleNotFoundError"),
)


def size(answer: Answer, inputs: Mapping[str, Any], book: CaseBook | None = None) -> int:
    """How much there is to read: rows, or items of arguments; single-row tables do not count."""
    if answer.kind == "function":
        return sum(count_items(inputs[name]) for name in answer.arguments)
    single = book.exercise.tables if book else {}
    return sum(
        len(inputs[name])
        for name in answer.tables
        if not (name in single and single[name].single_row)
    )


def _fault(
    answer: Answer,
    reference: Reference,
    runner: Runner,
    inputs: Mapping[str, Any],
    seconds: float,
) -> tuple[Fault, Outcome] | None:
    expected = reference.expected(answer.name, inputs)
    outcome = runner.run(answer.name, inputs, seconds)
    reference.forget(inputs)
    fault = compare(answer, expected, outcome)
    return (fault, outcome) if fault else None


_APART = (FaultKind.ERROR, FaultKind.ORDER, FaultKind.COLUMNS, FaultKind.TYPE, FaultKind.NO_ERROR)
_NO_RESULT = (FaultKind.TIMEOUT, FaultKind.MEMORY)


def _same_failure(first: tuple[Fault, Outcome], other: tuple[Fault, Outcome]) -> bool:
    """An error stays that error, a wrong order stays one; wrong contents may show in another way."""
    kind, other_kind = first[0].kind, other[0].kind
    if kind is FaultKind.ERROR and first[1].failure and other[1].failure:
        return first[1].failure.name == other[1].failure.name
    return kind == other_kind or (kind not in _APART and other_kind not in (*_APART, *_NO_RESULT))
