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
    stop at the same place need not have the same idea behind them.
    """
    if any(result.fault and result.fault.kind in NEVER_DIAGNOSED for result in results):
        return None
    matches = [
        misconception
        for misconception in reference.misconceptions(answer.name)
        if behaves_like(reference, answer, misconception.code, results)
    ]
    if not matches:
        return diagnose_slip(reference, answer, results)
    first = min(matches, key=lambda misconception: bool(misconception.same_as))
    return Diagnosis(first.id, first.diagnosis, first.rule)
