"""Whether a program of the exercise folder behaves like an answer: on every case, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grader.bank.codefile import CodeFile
from grader.bank.exercise import Answer
from grader.judge.compare import compare
from grader.judge.fault import FaultKind
from grader.judge.reference import Reference
from grader.judge.trial import Result, quick_ones, telling_order


def behaves_like(
    reference: Reference, answer: Answer, code: CodeFile, results: Sequence[Result]
) -> bool:
    """Whether a file of the exercise folder gives the same outcome on every case.

    For SQL all cases at once first, without the order of rows; what passes is run case by case
    where the order of rows is known of both.
    """
    unordered = replace(answer, order="")
    if code.language == "sql" and answer.kind == "query":
        everyone = {result.case.number for result in results}
        quick = {case.number for case in quick_ones([result.case for result in results])}
        together = [result for result in results if result.case.number in quick]
        known = reference.outcomes(code, answer.name, [r.case.inputs for r in together])
        if any(
            compare(unordered, outcome, result.outcome)
            for outcome, result in zip(known, together, strict=True)
        ):
            return False
        if not any(result.fault and result.fault.kind is FaultKind.ORDER for result in results):
            sample = {case.number for case in telling_order([r.case for r in together], known)}
            results = [r for r in results if r.case.number in sample | (everyone - quick)]
        results = [result for result in results if result.ordered]
    return all(
        compare(
            answer if result.ordered else unordered,
            reference.outcome(code, answer.name, result.case.inputs),
            result.outcome,
        )
        is None
        for result in sorted(results, key=lambda result: result.fault is None)
    )
