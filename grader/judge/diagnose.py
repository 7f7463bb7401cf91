"""Which known misconception an answer behaves like: exactly and on all cases, or none."""

from __future__ import annotations

from collections.abc import Sequence

from grader.bank.exercise import Answer
from grader.judge.fault import FaultKind
from grader.judge.match import behaves_like
from grader.judge.reference import Reference
from grader.judge.slips import diagnose_slip
from grader.judge.trial import Result
from grader.judge.verdict import Diagnosis
from grader.sandbox import Kind

NEVER_DIAGNOSED = (
    FaultKind.ERROR,
    FaultKind.TIMEOUT,
    FaultKind.MEMORY,
    FaultKind.COLUMNS,
    FaultKind.TYPE,
)
"""With one of these anywhere an answer gets no diagnosis."""


def diagnose(reference: Reference, answer: Answer, results: Sequence[Result]) -> Diagnosis | None:
    """The misconception that gives the same outcome on every case; else the slip that does.

    Never the nearest one, and never for an answer that fails with an error somewhere: answers that
    stop at the same place need not have the same idea behind them. An answer that lets invalid
    input pass may have an idea behind what it does with valid input: that is looked for next.
    """
    return _diagnosis(reference, answer, results, slips=True) or _diagnosis(
        reference, answer, _on_valid_input(reference, answer, results)
    )


def _on_valid_input(
    reference: Reference, answer: Answer, results: Sequence[Result]
) -> list[Result]:
    """The results where a value is right; none if they are all, or all right."""
    valid = [
        result
        for result in results
        if reference.expected(answer.name, result.case.inputs).kind is Kind.VALUE
    ]
    wrong = any(result.fault for result in valid)
    return valid if wrong and len(valid) < len(results) else []


def _diagnosis(
    reference: Reference, answer: Answer, results: Sequence[Result], slips: bool = False
) -> Diagnosis | None:
    if not results or any(r.fault and r.fault.kind in NEVER_DIAGNOSED for r in results):
        return None
    matches = [
        misconception
        for misconception in reference.misconceptions(answer.name)
        if behaves_like(reference, answer, misconception.code, results)
    ]
    if not matches:
        return diagnose_slip(reference, answer, results) if slips else None
    first = min(matches, key=lambda misconception: bool(misconception.same_as))
    return Diagnosis(first.id, first.diagnosis, first.rule)
