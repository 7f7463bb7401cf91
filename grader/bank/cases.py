"""The inputs of an exercise: read from its cases.py, brought to one form, checked against the contract."""

from __future__ import annotations

import random
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.authoring import Case
from grader.bank.contract import canonical, violation
from grader.bank.exercise import Answer, Exercise
from grader.bank.module import run_file
from grader.errors import ExerciseError, WorkbookError

PRACTICE_SEED = 2025
"""The public seed: what every learner practises on."""

_MEND = "Mend the case, or the contract."

Inputs = Mapping[str, Any]
"""Tables by name (rows as tuples of plain values) or arguments by name."""


@dataclass(frozen=True)
class CheckedCase:
    """A case whose inputs obey the contract, in the order of rows an answer will meet.

    `hidden`: its inputs are a secret of a course, not for learners' eyes.
    """

    number: int
    name: str
    inputs: Inputs
    answers: tuple[str, ...]
    rule: str = ""
    expected: Mapping[str, Any] = field(default_factory=dict)
    seconds: float | None = None
    hidden: bool = False


@dataclass(frozen=True)
class CaseBook:
    """All cases of an exercise for one seed, and the contract's own check of inputs."""

    exercise: Exercise
    seed: int
    cases: tuple[CheckedCase, ...]
    extra_check: Callable[[Inputs], str | None]

    def for_answer(self, answer: str) -> list[CheckedCase]:
        return [case for case in self.cases if answer in case.answers]

    def violation(self, answer: str, inputs: Inputs) -> str | None:
        """The sentence of the contract that `inputs` break, or None when they are valid."""
        return violation(self.exercise, answer, inputs) or self.extra_check(inputs)


def load_cases(exercise: Exercise, seed: int = PRACTICE_SEED) -> CaseBook:
    """The cases of an exercise, the same for the same seed.

    Raises ExerciseError when cases.py fails or a case breaks the contract.
    """
    try:
        module = _module(exercise.folder / "cases.py")
        drawn = list(module.cases(random.Random(f"{seed}:{exercise.id}")))
    except WorkbookError:
        raise
    except Exception as raised:
        step = traceback.extract_tb(raised.__traceback__)[-1]
        where = f"solutions/{exercise.id}/cases.py fails ({Path(step.filename).name}, line {step.lineno})"
        raise ExerciseError(
            f"{where}: {type(raised).__name__}: {raised}.", help="Mend the code there."
        ) from raised
    book = CaseBook(exercise, seed, (), getattr(module, "valid", lambda inputs: None))
    cases = tuple(_checked(book, number, case) for number, case in enumerate(drawn, 1))
    return CaseBook(exercise, seed, cases, book.extra_check)


def _module(path: Path) -> Any:
    if not path.is_file():
        raise ExerciseError(
            f"solutions/{path.parent.name} has no cases.py.",
            help="Write it: cases(rng) yields the inputs.",
        )
    return run_file(path)


def _checked(book: CaseBook, number: int, case: Case) -> CheckedCase:
    exercise = book.exercise
    where = f'solutions/{exercise.id}/cases.py, case "{case.name}"'
    answers = tuple(case.answers) or tuple(
        name for name, answer in exercise.answers.items() if _gives_inputs(exercise, answer, case)
    )
    if not answers or set(answers) - set(exercise.answers):
        raise ExerciseError(
            f"{where}: no answer takes these inputs ({', '.join(case.inputs)}).", help=_MEND
        )
    try:
        inputs = canonical(exercise, case.inputs, exercise.answers[answers[0]])
    except (TypeError, ValueError) as error:
        raise ExerciseError(f"{where}: {error}", help=_MEND) from error
    for answer in answers:
        complaint = book.violation(answer, inputs)
        if complaint:
            raise ExerciseError(f"{where}: {complaint}", help=_MEND)
    shuffled = _shuffled(exercise, inputs, random.Random(f"{book.seed}:{exercise.id}:{number}"))
    return CheckedCase(
        number, case.name, shuffled, answers, case.rule, dict(case.expected), case.seconds
    )


def _gives_inputs(exercise: Exercise, answer: Answer, case: Case) -> bool:
    if answer.kind == "query":  # tables that are left out are empty
        queries = [other for other in exercise.answers.values() if other.kind == "query"]
        return set(case.inputs) <= {name for query in queries for name in query.tables}
    return set(case.inputs) == set(answer.arguments)


def _shuffled(exercise: Exercise, inputs: Inputs, rng: random.Random) -> Inputs:
    """The same tables with their rows in no useful order; arguments stay as they are."""
    return {
        name: tuple(rng.sample(value, len(value))) if _is_table(exercise, name, value) else value
        for name, value in inputs.items()
    }


def _is_table(exercise: Exercise, name: str, value: Any) -> bool:
    """An array may have the name of a table that another answer takes."""
    return name in exercise.tables and type(value) is tuple
