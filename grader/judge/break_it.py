"""Judge a learner's example: is the input allowed, does it break the wrong answer, how many others?"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from grader.bank import codefile
from grader.bank.cases import CaseBook
from grader.bank.codefile import Misconception
from grader.bank.exercise import BREAK_IT, Answer, BreakIt
from grader.errors import ExerciseError
from grader.judge.compare import compare
from grader.judge.counterexample import size
from grader.judge.example_inputs import read_inputs
from grader.judge.reference import Reference
from grader.judge.verdict import Status
from grader.sandbox import (
    DEFAULT_SECONDS,
    Answers,
    Code,
    Failure,
    InPlace,
    Kind,
    Outcome,
    Runner,
    Source,
)
from grader.sandbox.example import TOO_LARGE

_MOST_TEXT = 400


@dataclass(frozen=True)
class ExampleVerdict:
    """The judgement of one example. It is correct when it is allowed and breaks the wrong answer.

    `complaint` says why the input is not allowed; `inputs` are what could be read of it. `rows`
    counts what a person has to read in it, `smallest` the same in the author's own example.
    `caught` counts the other known wrong answers that it breaks too, of `others`. `misconception`
    is what the wrong answer got wrong: for learners who have broken it.
    """

    status: Status
    points: float
    max_points: float
    complaint: str = ""
    inputs: Mapping[str, Any] = field(default_factory=dict)
    expected: Outcome | None = None
    actual: Outcome | None = None
    rows: int = 0
    smallest: int = 0
    caught: int = 0
    others: int = 0
    misconception: Misconception | None = None
    failure: Failure | None = None
    note: str = ""
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def correct(self) -> bool:
        return self.status is Status.CORRECT


def missing_example(bonus: BreakIt, note: str = "") -> ExampleVerdict:
    """The verdict where no break_it is written yet."""
    return ExampleVerdict(Status.MISSING, 0, bonus.points, note=note)


def judge_example(
    book: CaseBook, reference: Reference, runner: Runner, seconds: float | None = None
) -> ExampleVerdict:
    """The verdict on break_it as `runner` runs it.

    Only the example is made by the learner's code. What it is worth is found out here, with the
    worked solution and the known wrong answers. A larger example earns the same points.
    """
    started = time.perf_counter()
    bonus = _bonus(book)
    outcome = runner.run(BREAK_IT, {}, seconds or DEFAULT_SECONDS)
    if outcome.kind is Kind.VALUE:
        verdict = _judge_value(book, reference, bonus, outcome.value)
    else:
        verdict = _not_made(bonus, outcome)
    return replace(verdict, seconds=time.perf_counter() - started)


def worked_example(book: CaseBook, reference: Reference) -> ExampleVerdict:
    """The verdict on the author's own example, which `workbook verify` holds to be a smallest one."""
    return judge_example(book, reference, _author(book))


def _bonus(book: CaseBook) -> BreakIt:
    bonus = book.exercise.break_it
    if bonus is None:
        raise ExerciseError(f"{book.exercise.id} has no [break_it].", help="Add it.")
    return bonus


def _author(book: CaseBook) -> InPlace:
    code = codefile.worked_example(book.exercise)
    answers = Answers({BREAK_IT: Code(BREAK_IT, "python")}, (Source(str(code.path), code.text),))
    return InPlace(book.exercise, answers)


def _not_made(bonus: BreakIt, outcome: Outcome) -> ExampleVerdict:
    """The verdict where break_it gave no example."""
    if outcome.failure and outcome.failure.name == TOO_LARGE:
        return _refused(bonus, outcome.failure.text)
    status = {Kind.TIMEOUT: Status.TIMEOUT, Kind.MEMORY: Status.MEMORY}.get(
        outcome.kind, Status.ERROR
    )
    return ExampleVerdict(status, 0, bonus.points, failure=outcome.failure)


def _refused(
    bonus: BreakIt, complaint: str, inputs: Mapping[str, Any] | None = None
) -> ExampleVerdict:
    text = complaint if len(complaint) <= _MOST_TEXT else f"{complaint[:_MOST_TEXT]} …"
    if text.startswith(("a ", "an ", "the ")):  # not the name of a table or an argument
        text = f"{text[:1].upper()}{text[1:]}"
    text = text if text.endswith((".", "!", "?", "…")) else f"{text}."
    return ExampleVerdict(Status.WRONG, 0, bonus.points, complaint=text, inputs=inputs or {})


def _judge_value(
    book: CaseBook, reference: Reference, bonus: BreakIt, value: Any
) -> ExampleVerdict:
    answer = book.exercise.answers[bonus.answer]
    try:
        inputs = read_inputs(book.exercise, answer, value)
    except ValueError as unreadable:
        return _refused(bonus, str(unreadable))
    complaint = book.violation(answer.name, inputs)
    if complaint:
        return _refused(bonus, complaint, _shown(answer, inputs))
    try:
        return _judge_inputs(book, reference, bonus, answer, inputs)
    except ExerciseError:  # such as numbers so large that a sum does not fit: nothing can be right
        text = "The worked solution cannot compute this input either. Use plainer values."
        return _refused(bonus, text, _shown(answer, inputs))
    finally:
        reference.forget(inputs)


def _judge_inputs(
    book: CaseBook, reference: Reference, bonus: BreakIt, answer: Answer, inputs: Mapping[str, Any]
) -> ExampleVerdict:
    expected = reference.expected(answer.name, inputs)
    broken = {
        misconception.id: compare(
            answer, expected, reference.outcome(misconception.code, answer.name, inputs)
        )
        is not None
        for misconception in _chosen_and_others(reference, bonus)
    }
    chosen = codefile.to_break(book.exercise, bonus)
    breaks = broken.pop(chosen.id)
    return ExampleVerdict(
        status=Status.CORRECT if breaks else Status.WRONG,
        points=bonus.points if breaks else 0,
        max_points=bonus.points,
        inputs=_shown(answer, inputs),
        expected=expected,
        actual=reference.outcome(chosen.code, answer.name, inputs),
        rows=size(answer, inputs, book),
        smallest=_smallest(book, answer),
        caught=sum(broken.values()),
        others=len(broken),
        misconception=chosen,
    )


def _chosen_and_others(reference: Reference, bonus: BreakIt) -> list[Misconception]:
    """The known wrong answers, without those that no input tells from the one to break."""
    known = reference.misconceptions(bonus.answer)
    same = next(m.same_as for m in known if m.id == bonus.wrong)
    return [m for m in known if m.same_as != bonus.wrong and m.id != same]


def _smallest(book: CaseBook, answer: Answer) -> int:
    """The size of the author's example."""
    made = _author(book).run(BREAK_IT, {}, DEFAULT_SECONDS)
    if made.kind is not Kind.VALUE:
        raise ExerciseError(
            f"solutions/{book.exercise.id}/{BREAK_IT}.py fails: {made.failure or made.kind.value}",
            help="Mend it: break_it() returns an input.",
        )
    return size(answer, read_inputs(book.exercise, answer, made.value), book)


def _shown(answer: Answer, inputs: Mapping[str, Any]) -> dict[str, Any]:
    return {name: inputs[name] for name in answer.inputs if name in inputs}
