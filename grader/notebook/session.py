"""What a kernel knows while a learner works on an exercise."""

from __future__ import annotations

import inspect
from functools import cached_property
from types import FunctionType
from typing import Any

import pandas as pd
from IPython.core.interactiveshell import InteractiveShell

from grader import store
from grader.bank import BREAK_IT, Exercise, load_cases, load_exercise
from grader.bank.cases import CaseBook
from grader.bank.lesson_tables import lesson_tables
from grader.errors import UnknownName, WorkbookError, nearest
from grader.judge import (
    ExampleVerdict,
    Reference,
    Status,
    Verdict,
    judge,
    judge_example,
    missing_example,
)
from grader.notebook.exploring import Explorer
from grader.sandbox import Answers, Code, InPlace
from grader.submission.notebook import functions_in, is_empty, is_starter


class Work:
    """One exercise being worked on: its tables, its cases, the queries the learner has named."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.tables = {name: _store_table(exercise, name) for name in exercise.data}
        self.tables |= lesson_tables(exercise)
        self.explorer = Explorer(exercise, self.tables)
        self.queries: dict[str, str] = {}
        self.functions_before: dict[str, Any] = {}

    @cached_property
    def book(self) -> CaseBook:
        return load_cases(self.exercise)

    @cached_property
    def reference(self) -> Reference:
        return Reference(self.exercise)


class Session:
    """The notebook's exercise and answers. Answers are looked up when they are checked."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell
        self._work: Work | None = None

    @property
    def work(self) -> Work:
        if self._work is None:
            raise WorkbookError(
                "No exercise is open in this notebook.",
                help='Run the cell with exercise("...") near the top first.',
            )
        return self._work

    @property
    def open(self) -> bool:
        return self._work is not None

    def start(self, exercise_id: str) -> Exercise:
        """Open an exercise: its tables become DataFrames in the notebook."""
        exercise = load_exercise(exercise_id)
        self._work = Work(exercise)
        self.shell.push(dict(self._work.tables), interactive=False)
        return exercise

    def answer_name(self, name: str) -> str:
        """The name, if the exercise has such an answer, or bonus. Raises WorkbookError."""
        exercise = self.work.exercise
        known = exercise.checked
        if name == "":
            raise WorkbookError("Which answer?", help=f"{exercise.id} has {', '.join(known)}.")
        if not isinstance(name, str):
            example = getattr(name, "__name__", next(iter(exercise.answers)))
            raise WorkbookError("An answer is called by its name.", help=f'Write "{example}".')
        if name not in known:
            raise UnknownName(f"answer in {exercise.id}", name, known)
        return name

    def keep_query(self, name: str, sql: str) -> None:
        """Remember the text of a named %%sql cell; it counts until a function is defined later."""
        if name == BREAK_IT:
            raise WorkbookError(
                f"{BREAK_IT} is no query: it makes the input for one.",
                help=f"Write a function: def {BREAK_IT}(): return {{...}}",
            )
        self.work.queries[name] = sql
        self.work.functions_before[name] = self.shell.user_ns.get(name)

    def forget(self, name: str) -> None:
        """Drop what the learner wrote for an answer."""
        self.work.queries.pop(name, None)
        self.work.explorer.forget(name)
        self.shell.user_ns.pop(name, None)

    def answers(self) -> Answers:
        """What the learner has written so far, the latest form of each answer."""
        codes = {name: code for name in self.work.exercise.checked if (code := self._code(name))}
        return Answers(codes)

    def judge(self, name: str, seconds: float | None = None) -> Verdict:
        """The verdict on one answer, run here in the learner's own kernel."""
        work, answers = self.work, self.answers()
        points = work.exercise.answers[name].points
        if name not in answers.codes:
            return Verdict(name, Status.MISSING, 0, points, note=self._why_missing(name))
        runner = InPlace(work.exercise, answers, work.reference.database)
        return judge(name, work.book, work.reference, runner, seconds)

    def judge_example(self, seconds: float | None = None) -> ExampleVerdict:
        """The verdict on break_it."""
        work, answers = self.work, self.answers()
        bonus = work.exercise.break_it
        assert bonus
        if BREAK_IT not in answers.codes:
            return missing_example(bonus, self._why_missing(BREAK_IT))
        runner = InPlace(work.exercise, answers, work.reference.database)
        return judge_example(work.book, work.reference, runner, seconds)

    def _code(self, name: str) -> Code | None:
        sql = self.work.queries.get(name)
        function = self.shell.user_ns.get(name)
        replaced = function is not self.work.functions_before.get(name)
        if callable(function) and (sql is None or replaced):
            empty = isinstance(function, FunctionType) and _is_empty(function)
            return None if empty else Code(name, "python", function=function)
        if sql is None or is_starter(f"%%sql {name}\n{sql}"):
            return None
        return Code(name, "sql", sql)

    def _why_missing(self, name: str) -> str:
        value = self.shell.user_ns.get(name)
        if isinstance(value, pd.DataFrame):
            return (
                f"{name} is a DataFrame here; the check needs a function that makes it, "
                "so that it can be tried on other inputs."
            )
        if isinstance(value, dict):
            return f"{name} is a dict here; the check needs a function that returns it."
        near = nearest(name, self._own_functions())
        return f'You have a function "{near}". Did you mean to call it "{name}"?' if near else ""

    def _own_functions(self) -> list[str]:
        """The names of functions the learner has defined that are no answers."""
        return [
            name
            for name, value in self.shell.user_ns.items()
            if isinstance(value, FunctionType)
            and value.__module__ == "__main__"
            and name not in self.work.exercise.checked
        ]


def _store_table(exercise: Exercise, name: str) -> pd.DataFrame:
    """The store's table, with the contract's columns only: a check knows no others."""
    frame = store.frame(name)
    return frame[list(exercise.tables[name].names)] if name in exercise.tables else frame


def _is_empty(function: FunctionType) -> bool:
    """Whether the function still has the starter's empty body."""
    try:
        source = inspect.getsource(function)
    except (OSError, TypeError):
        return False
    return any(is_empty(node) for node in functions_in(source).values())
