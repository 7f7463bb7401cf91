"""Answers by people who knew only the contract: the right ones pass, the wrong ones do not."""

from functools import cache
from pathlib import Path

import pytest

from grader.bank import load_cases, load_exercise
from grader.bank.cases import CaseBook
from grader.judge import Reference, judge
from grader.sandbox import Separate
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


@cache
def judging(exercise_id: str) -> tuple[CaseBook, Reference]:
    exercise = load_exercise(exercise_id)
    return load_cases(exercise), Reference(exercise)


@pytest.mark.parametrize("path", FILES, ids=in_words)
def test_only_right_answers_of_strangers_are_correct(path: Path) -> None:
    exercise_id, answer = path.parts[-3:-1]
    book, reference = judging(exercise_id)
    submission = read_submission(book.exercise, path, answer)
    with Separate(book.exercise, submission.answers) as sandbox:
        verdict = judge(answer, book, reference, sandbox)
    assert verdict.correct == path.stem.startswith("right_"), verdict
