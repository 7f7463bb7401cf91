"""What all tests share: a tiny workbook of two toy exercises, so that none depends on real ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from grader.bank import load_cases, load_exercise
from grader.judge import Reference, Verdict, judge
from grader.sandbox import Answers, Code, InPlace, Source

# The same examples on every run; how long one takes on a busy machine says nothing.
settings.register_profile("workbook", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("workbook")

TOY = Path(__file__).parent / "toy"


@pytest.fixture
def toy(monkeypatch, tmp_path) -> Path:
    """The toy workbook is the workbook; progress is kept apart."""
    monkeypatch.setenv("WORKBOOK_HOME", str(TOY))
    monkeypatch.setenv("WORKBOOK_PROGRESS", str(tmp_path / "progress.jsonl"))
    return TOY


@pytest.fixture
def toy_copy(toy, monkeypatch, tmp_path) -> Path:
    """A copy of the toy workbook that a test may change or break."""
    copy = tmp_path / "workbook"
    shutil.copytree(toy, copy, ignore=shutil.ignore_patterns(".workbook", "__pycache__"))
    monkeypatch.setenv("WORKBOOK_HOME", str(copy))
    return copy


class Judged:
    """A toy exercise with its cases and its reference; judges small pieces of code as answers to it."""

    def __init__(self, exercise_id: str) -> None:
        self.exercise = load_exercise(exercise_id)
        self.book = load_cases(self.exercise)
        self.reference = Reference(self.exercise)

    def runner(self, name: str, text: str, language: str) -> InPlace:
        sources = () if language == "sql" else (Source("answer.py", text),)
        answers = Answers({name: Code(name, language, text)}, sources)
        return InPlace(self.exercise, answers, self.reference.database)

    def sql(self, name: str, text: str, seconds: float | None = None) -> Verdict:
        return judge(name, self.book, self.reference, self.runner(name, text, "sql"), seconds)

    def python(self, name: str, text: str, seconds: float | None = None) -> Verdict:
        return judge(name, self.book, self.reference, self.runner(name, text, "python"), seconds)


@pytest.fixture
def spending(toy) -> Judged:
    return Judged("spending")


@pytest.fixture
def longest_runs(toy) -> Judged:
    return Judged("longest_runs")
