"""Run an answer on its cases: all at once where that is safe, one by one where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from grader.bank.cases import CheckedCase
from grader.bank.exercise import Answer
from grader.judge.compare import compare
from grader.judge.fault import Fault
from grader.judge.reference import Reference
from grader.sandbox import DEFAULT_SECONDS, Kind, Outcome, Runner
from grader.table import Table

_SINGLY = 12
"""So many cases are always run one by one: a run of all at once loses the order of rows."""


@dataclass(frozen=True)
class Result:
    """An answer on one case. `ordered`: it was run alone, so that the order of its rows counts."""

    case: CheckedCase
    outcome: Outcome
    fault: Fault | None
    ordered: bool = True


def one_by_one(
    spec: Answer,
    cases: Sequence[CheckedCase],
    reference: Reference,
    runner: Runner,
    seconds: float | None,
) -> list[Result]:
    """The results on all cases; on fewer when time or memory runs out, for it would again."""
    results = []
    for case in cases:
        result = alone(spec, case, reference, runner, seconds)
        results.append(result)
        if result.outcome.kind in (Kind.TIMEOUT, Kind.MEMORY) or _ended(result.outcome):
            break
    return results


def all_at_once(
    spec: Answer,
    cases: Sequence[CheckedCase],
    reference: Reference,
    runner: Runner,
    seconds: float | None,
) -> list[Result] | None:
    """The same from one execution; None where that cannot be done or cannot be trusted.

    The cases with the most rows are run alone as well, for the order of rows and to see that both
    ways agree. They must agree on every one of them.
    """
    quick = quick_ones(cases)
    together = without_order(spec, quick, reference, runner, seconds)
    if together is None:
        return None
    unordered = replace(spec, order="")
    expected = reference.expected_each(spec.name, [case.inputs for case in quick])
    results = {result.case.number: result for result in together}
    for case in telling_order(quick, expected):
        single, among = alone(spec, case, reference, runner, seconds), results[case.number]
        agree = compare(unordered, single.outcome, among.outcome) is None
        if single.outcome.kind is not Kind.VALUE or not agree:
            return None
        if (single.fault is None) != (among.fault is None):  # a wrong order: look everywhere
            return None
        results[case.number] = single
    for case in cases:
        if case.number not in results:
            results[case.number] = alone(spec, case, reference, runner, seconds)
    return [results[case.number] for case in cases]


def without_order(
    spec: Answer,
    cases: Sequence[CheckedCase],
    reference: Reference,
    runner: Runner,
    seconds: float | None,
) -> list[Result] | None:
    """What one execution over all of `cases` says, confirmed on none; None where there is none."""
    batch = [case.inputs for case in cases]
    outcomes = runner.run_each(spec.name, batch, seconds or spec.seconds or DEFAULT_SECONDS)
    if outcomes is None:
        return None
    expected = reference.expected_each(spec.name, batch)
    unordered = replace(spec, order="")
    return [
        Result(case, outcome, compare(unordered, right, outcome), ordered=False)
        for case, outcome, right in zip(cases, outcomes, expected, strict=True)
    ]


def quick_ones(cases: Sequence[CheckedCase]) -> list[CheckedCase]:
    """The cases that may be run together: those with a time limit of their own are about time."""
    return [case for case in cases if case.seconds is None]


def telling_order(cases: Sequence[CheckedCase], expected: Sequence[Outcome]) -> list[CheckedCase]:
    """The cases that say most about the order of rows: those with the most of them.

    First in the result, then in the input: on few rows an answer that leaves their order to chance
    is often lucky.
    """

    def rows(number: int) -> tuple[int, int]:
        value = expected[number].value
        given = sum(len(rows) for rows in cases[number].inputs.values() if isinstance(rows, tuple))
        return -(len(value.rows) if isinstance(value, Table) else 0), -given

    return [cases[number] for number in sorted(range(len(cases)), key=rows)[:_SINGLY]]


def limit(spec: Answer, case: CheckedCase) -> float:
    """The time limit of an answer on a case, in seconds."""
    return case.seconds or spec.seconds or DEFAULT_SECONDS


def alone(
    spec: Answer,
    case: CheckedCase,
    reference: Reference,
    runner: Runner,
    seconds: float | None,
) -> Result:
    """The result on one case."""
    outcome = runner.run(spec.name, case.inputs, seconds or limit(spec, case))
    return Result(case, outcome, reference.fault(spec, case.inputs, outcome))


def _ended(outcome: Outcome) -> bool:
    return outcome.failure is not None and outcome.failure.name == "ended process"
