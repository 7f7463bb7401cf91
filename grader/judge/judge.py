"""Run an answer on all its cases and judge it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from grader.bank.cases import CaseBook
from grader.bank.exercise import Answer
from grader.judge.counterexample import find_counterexample, size
from grader.judge.diagnose import diagnose
from grader.judge.fault import FaultKind
from grader.judge.reference import Reference
from grader.judge.trial import Result, all_at_once, limit, one_by_one
from grader.judge.verdict import Counterexample, Diagnosis, Status, Verdict
from grader.sandbox import Runner


def judge(
    answer: str,
    book: CaseBook,
    reference: Reference,
    runner: Runner,
    seconds: float | None = None,
) -> Verdict:
    """The verdict on `answer` as `runner` runs it, over the cases of `book`.

    `seconds` is the time limit per case; without it the case's, the answer's, or the default.
    Points are all or nothing: an answer is right on every case or it is not right.
    """
    started = time.perf_counter()
    spec = book.exercise.answers[answer]
    cases = book.for_answer(answer)
    results = all_at_once(spec, cases, reference, runner, seconds)
    explained = _explain(spec, book, reference, runner, results or [], seconds)
    if results is None or explained.doubtful:
        results = one_by_one(spec, cases, reference, runner, seconds)
        explained = _explain(spec, book, reference, runner, results, seconds)
    failing = [result for result in results if result.fault]
    status = _status(failing)
    counterexample, diagnosis = explained.counterexample, explained.diagnosis
    return Verdict(
        answer=answer,
        status=status,
        points=spec.points if status is Status.CORRECT else 0,
        max_points=spec.points,
        cases=len(cases),
        failed=len(failing) + len(cases) - len(results),
        counterexample=counterexample,
        diagnosis=diagnosis,
        rule=_rule(failing, diagnosis),
        failure=_first(failing).outcome.failure if status is Status.ERROR else None,
        failed_on=_first(failing).case if status is Status.ERROR else None,
        stopped_by=failing[-1].case if status in (Status.TIMEOUT, Status.MEMORY) else None,
        warnings=_warnings(spec, results),
        note=_NOT_TWICE if status is Status.WRONG and not counterexample else "",
        seconds=time.perf_counter() - started,
    )


_NOT_TWICE = (
    "Run again on the same input, it gives another result. An answer must not depend on chance, "
    "the clock, or what it did before."
)


@dataclass(frozen=True)
class _Explained:
    """Why an answer is wrong. `doubtful`: run alone, it is right where it was wrong among others."""

    counterexample: Counterexample | None = None
    diagnosis: Diagnosis | None = None
    doubtful: bool = False


def _explain(
    spec: Answer,
    book: CaseBook,
    reference: Reference,
    runner: Runner,
    results: list[Result],
    seconds: float | None,
) -> _Explained:
    failing = [result for result in results if result.fault]
    if not failing:
        return _Explained()
    diagnosis = diagnose(reference, spec, results)
    worst = _most_telling(failing, spec, diagnosis.rule if diagnosis else "")
    counterexample = find_counterexample(
        spec, book, reference, runner, worst.case, worst.outcome, seconds or limit(spec, worst.case)
    )
    return _Explained(counterexample, diagnosis, not worst.ordered and counterexample is None)


def _first(failing: list[Result]) -> Result:
    """The first failing case, a public one where there is one: an error may quote its input."""
    return min(failing, key=lambda result: result.case.hidden)


def _status(failing: list[Result]) -> Status:
    if not failing:
        return Status.CORRECT
    kinds = {result.fault.kind for result in failing if result.fault}
    if FaultKind.TIMEOUT in kinds:
        return Status.TIMEOUT
    if FaultKind.MEMORY in kinds:
        return Status.MEMORY
    return Status.ERROR if kinds == {FaultKind.ERROR} else Status.WRONG


def _most_telling(failing: list[Result], spec: Answer, rule: str) -> Result:
    """The failing case to explain: wrong results before errors, content before order, small first.

    A public case before a hidden one.
    """

    def rank(result: Result) -> tuple[bool, bool, bool, bool, bool, int, int]:
        assert result.fault
        return (
            result.fault.kind not in (FaultKind.TIMEOUT, FaultKind.MEMORY)
            and any(
                f.fault and f.fault.kind in (FaultKind.TIMEOUT, FaultKind.MEMORY) for f in failing
            ),
            result.case.hidden,
            result.fault.kind is FaultKind.ERROR,
            result.fault.kind is FaultKind.ORDER,
            bool(rule) and result.case.rule != rule,
            size(spec, result.case.inputs),
            result.case.number,
        )

    return min(failing, key=rank)


def _rule(failing: list[Result], diagnosis: Diagnosis | None) -> str:
    """The rule of the misconception; without one, the rule that all failing cases were made for.

    Cases of several rules fail: then none of these rules is what the answer got wrong.
    """
    if diagnosis and diagnosis.rule:
        return diagnosis.rule
    rules = {result.case.rule for result in failing} - {""}
    return rules.pop() if len(rules) == 1 else ""


def _warnings(spec: Answer, results: list[Result]) -> tuple[str, ...]:
    names = sorted({name for result in results for name in result.outcome.changed})
    copied = "{0}.copy()" if spec.kind == "query" else "copy.deepcopy({0})"
    return tuple(
        f"It changes its input {name}: work on a copy ({name} = {copied.format(name)}), "
        "so that whoever called you keeps theirs."
        for name in names
    )
