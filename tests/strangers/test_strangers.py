"""Answers by people who knew only the contract: the right ones pass, the wrong ones do not.

Each costs the judge a second, so one in six is judged here, and all of them with STRANGERS=all.
"""

import os
from pathlib import Path

import pytest

from grader.bank import load_exercise
from grader.cli.check import verdicts_on
from grader.submission import read_submission

HERE = Path(__file__).parent
FILES = sorted(
    path
    for path in HERE.glob("*/*/*")
    if path.suffix in {".sql", ".py"} and path.stem.startswith(("right_", "wrong_"))
)[:: 1 if os.environ.get("STRANGERS") == "all" else 6]


def in_words(path: Path) -> str:
    exercise, answer, name = path.relative_to(HERE).with_suffix("").parts
    return f"{exercise}, {answer}: {name.replace('_', ' ')}"


@pytest.mark.parametrize("path", FILES, ids=in_words)
def test_only_right_answers_of_strangers_are_correct(path: Path) -> None:
    exercise, answer = path.parts[-3:-1]
    loaded = load_exercise(exercise)
    verdicts = verdicts_on(loaded, read_submission(loaded, path, answer), only=answer)
    assert [verdict.answer for verdict in verdicts] == [answer]
    assert verdicts[0].correct == path.stem.startswith("right_"), verdicts[0]
