"""Which known misconception an answer behaves like: exactly and on all cases, or none."""

from __future__ import annotations

from collections.abc import Sequence

from grader.bank.cases import CheckedCase
from grader.bank.codefile import Misconception
from grader.bank.exercise import Answer
from grader.judge.compare import compare
from grader.judge.fault import Fault, FaultKind
from grader.judge.reference import Reference
from grader.judge.verdict import Diagnosis
from grader.sandbox import Outcome

NEVER_DIAGNOSED = (
    FaultKind.ERROR,
    FaultKind.TIMEOUT,
    FaultKind.MEMORY,
    FaultKind.COLUMNS,
    FaultKind.TYPE,
)
"""With one of these anywhere an answer gets no diagnosis."""


def diagnose(
    reference: Reference,
    answer: Answer,
    results: Sequence[tuple[CheckedCase, Outcome, Fault | None]],
) -> Diagnosis | None:
    """The misconception that gives the same outcome on every case.

    Never the nearest one, and never for an answer that fails with an error somewhere: answers that
    stop at the same place need not have the same idea behind them.
    """
    faults = [fault for _, _, fault in results if fault]
    if any(fault.kind in NEVER_DIAGNOSED for fault in faults):
        return None
    failing_first = sorted(results, key=lambda result: result[2] is None)
    matches = [
        misconception
        for misconception in reference.misconceptions(answer.name)
        if all(
            _alike(reference, answer, misconception, case, outcome)
            for case, outcome, _ in failing_first
        )
    ]
    matches.sort(key=lambda misconception: bool(misconception.same_as))
    return Diagnosis(matches[0].id, matches[0].diagnosis, matches[0].rule) if matches else None


def _alike(
    reference: Reference,
    answer: Answer,
    misconception: Misconception,
    case: CheckedCase,
    outcome: Outcome,
) -> bool:
    known = reference.outcome(misconception.code, answer.name, case.inputs)
    return compare(answer, known, outcome) is None
