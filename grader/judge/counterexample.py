"""The smallest input on which an answer is wrong in the same way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grader.bank.cases import CaseBook, CheckedCase
from grader.bank.exercise import Answer
from grader.judge.differ import NO_RESULT, Differ
from grader.judge.reference import Reference
from grader.judge.shrink_tables import shrink_tables
from grader.judge.shrink_values import count_items, shrink_values
from grader.judge.verdict import Counterexample
from grader.sandbox import Failure, Outcome, Runner


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
    fault = reference.fault(answer, case.inputs, actual)
    assert fault
    if fault.kind in NO_RESULT or never_runs(actual.failure):
        return None
    differ = Differ(answer, book, reference, runner, (fault, actual), seconds)
    if answer.kind == "query":
        smallest = shrink_tables(book.exercise.tables, case.inputs, differ.fails)
    else:
        smallest = shrink_values(case.inputs, differ.fails)
    found = differ.fault(smallest)
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
