"""Answers by people who knew only the contract: the right ones pass, the wrong ones do not."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from grader.bank import load_cases, load_exercise
from grader.bank.cases import CaseBook
from grader.judge import Reference, judge
from grader.sandbox.jail.open import Sandbox
from grader.sandbox.jail.tier import choose_tier
from grader.submission import read_submission

HERE = Path(__file__).parent
FILES = sorted(
    path
    for path in HERE.glob("*/*/*")
    if path.suffix in {".sql", ".py"} and path.stem.startswith(("right_", "wrong_"))
)


def in_words(path: Path) -> str:
    exercise, answer, name = path.relative_to(HERE).with_suffix("").parts
    return f"{exercise}, {answer}: {name.replace('_', ' ')}"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """The one in which classes are graded: a process for each answer would take a second to start."""
    sandbox = Sandbox(choose_tier([]).tier)
    yield sandbox
    sandbox.close()


@pytest.fixture(scope="module")
def judging(sandbox: Sandbox) -> Callable[[str], tuple[CaseBook, Reference]]:
    """An exercise laid out for judging; the sandbox has the inputs of its cases."""

    @cache
    def judging(exercise_id: str) -> tuple[CaseBook, Reference]:
        exercise = load_exercise(exercise_id)
        book = load_cases(exercise)
        sandbox.keep(exercise, [case.inputs for case in book.cases])
        return book, Reference(exercise)

    return judging


@pytest.mark.parametrize("path", FILES, ids=in_words)
def test_only_right_answers_of_strangers_are_correct(path: Path, judging, sandbox) -> None:
    exercise_id, answer = path.parts[-3:-1]
    book, reference = judging(exercise_id)
    submission = read_submission(book.exercise, path, answer)
    with sandbox.runner(book.exercise, submission.answers, budget=120) as runner:
        verdict = judge(answer, book, reference, runner)
    assert verdict.correct == path.stem.startswith("right_"), verdict
